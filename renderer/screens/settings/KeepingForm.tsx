import { useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import type { Keeping } from '../../../shared/ipc/keeping.ts';
import type { Result } from '../../../shared/result.ts';
import { RETENTION_MONTHS } from '../../../shared/retention.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { Light } from '../../components/Mark.tsx';
import { currentLanguage, t } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { useMirror } from '../../stores/mirror.ts';
import { dateAndClockText } from '../../time/clock-text.ts';
import { readMonths } from './months.ts';

/** How long this PC keeps card data, and where its backups go. Nothing where the journal cannot be used. */
export function KeepingForm() {
  const keeping = useMirror(({ snapshot }) => snapshot?.keeping ?? null);
  const [failure, setFailure] = useState<PosError | null>(null);
  if (keeping === null) return null;
  const tell = (result: Result<unknown, PosError>): boolean => {
    setFailure(result.ok ? null : result.error);
    return result.ok;
  };
  return (
    <fieldset className="settings__keeping">
      <legend className="field__label">{t('keeping.legend')}</legend>
      <MonthsField months={keeping.months} tell={tell} />
      <BackupFolder keeping={keeping} tell={tell} />
      {failure !== null && <FailureNotice error={failure} />}
    </fieldset>
  );
}

type Tell = (result: Result<unknown, PosError>) => boolean;

function MonthsField({ months, tell }: { readonly months: number; readonly tell: Tell }) {
  const [typed, setTyped] = useState(String(months));
  const [done, setDone] = useState(false);
  const wanted = readMonths(typed);
  const { least, most } = RETENTION_MONTHS;
  const isShorter = wanted !== null && wanted < months;
  const save = async (): Promise<void> => {
    if (wanted !== null) setDone(tell(await client.keepFor(wanted)));
  };
  return (
    <div className="settings__months">
      <Field
        id="keeping-months"
        label={t('keeping.months')}
        value={typed}
        inputMode="numeric"
        suffix={t('keeping.monthsUnit')}
        hint={isShorter ? `${t('keeping.monthsHint')} ${t('keeping.monthsShorter')}` : t('keeping.monthsHint')}
        problem={wanted === null ? t('keeping.monthsProblem', { least, most }) : null}
        onChange={(text) => {
          setTyped(text);
          setDone(false);
        }}
      />
      <Button size="large" disabled={wanted === null || wanted === months} onPress={() => void save()}>
        {t('keeping.saveMonths')}
      </Button>
      <output aria-live="polite">{done && t('keeping.monthsSaved')}</output>
    </div>
  );
}

function BackupFolder({ keeping, tell }: { readonly keeping: Keeping; readonly tell: Tell }) {
  const { backupFolder, isBackingUp } = keeping;
  return (
    <section className="settings__backups">
      <h3 className="field__label">{t('keeping.folder')}</h3>
      <p className="settings__folder">{backupFolder ?? t('keeping.ownFolder')}</p>
      <BackupState keeping={keeping} />
      <p className="field__hint">{t('keeping.folderHint')}</p>
      <div className="settings__buttons">
        {backupFolder !== null && (
          <Button look="quiet" size="large" disabled={isBackingUp} onPress={() => void client.keepBackupsHere().then(tell)}>
            {t('keeping.useOwn')}
          </Button>
        )}
        <Button size="large" disabled={isBackingUp} onPress={() => void client.chooseBackupFolder().then(tell)}>
          {t('keeping.choose')}
        </Button>
        <Button size="large" disabled={isBackingUp} onPress={() => void client.backUpNow().then(tell)}>
          {isBackingUp ? t('keeping.running') : t('keeping.now')}
        </Button>
      </div>
    </section>
  );
}

/** When the last good backup was made, and why there is no newer one. */
function BackupState({ keeping: { lastBackupAt, ownBackupAt, trouble } }: { readonly keeping: Keeping }) {
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const timeOf = (iso: string): string => dateAndClockText(iso, timeZone, currentLanguage());
  return (
    <div className="settings__result" role="status">
      <Light kind={trouble !== null ? 'red' : lastBackupAt === null ? 'unknown' : 'green'} />
      <div>
        <p>{lastBackupAt === null ? t('keeping.none') : t('keeping.last', { time: timeOf(lastBackupAt) })}</p>
        {trouble !== null && <p>{t('keeping.trouble', { time: timeOf(trouble.at), why: t(`keeping.why.${trouble.why}`) })}</p>}
        {trouble !== null && ownBackupAt !== null && <p>{t('keeping.onThisPc', { time: timeOf(ownBackupAt) })}</p>}
      </div>
    </div>
  );
}
