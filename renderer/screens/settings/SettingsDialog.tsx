import { useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import { LOCALES } from '../../../shared/money.ts';
import { Button } from '../../components/Button.tsx';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { ImportFile } from '../../frame/ImportFile.tsx';
import { LanguageChoice } from '../../frame/LanguageChoice.tsx';
import { currentLanguage, t } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { useMirror } from '../../stores/mirror.ts';
import { closeDialog, openDialog, showKeys } from '../../stores/view.ts';
import { AskAboveForm } from './AskAboveForm.tsx';
import { ComfortSettings } from './ComfortSettings.tsx';
import { ConnectionsForm } from './ConnectionsForm.tsx';
import { DayForm } from './DayForm.tsx';
import { KeepingForm } from './KeepingForm.tsx';
import { PrintingSettings } from './PrintingSettings.tsx';
import { TrainingRow } from './TrainingRow.tsx';
import './settings.css';

const NOWHERE = '';

/** The keys of the screen under the settings, which are what somebody looks for. */
function showKeysOfScreen(): void {
  closeDialog();
  showKeys();
}

/** The settings of this PC. The part that can stop card payments is behind another step, so that nobody opens it by accident. */
export function SettingsDialog() {
  const [part, setPart] = useState<'own' | 'ask' | 'support'>('own');
  const [imports, setImports] = useState(0);
  const support = part !== 'own';
  return (
    <DialogFrame title={support ? t('settings.support.title') : t('settings.title')} look="wide" onClose={closeDialog}>
      {part === 'own' && <OwnSettings onSupport={() => setPart('ask')} />}
      {part === 'ask' && <SupportStep onBack={() => setPart('own')} onGo={() => setPart('support')} />}
      {part === 'support' && (
        <>
          <p className="dialog__text">{t('settings.support.effect')}</p>
          <div className="dialog__body settings">
            <ImportFile onImported={() => setImports(imports + 1)} />
            <ConnectionsForm key={imports} />
            <DayForm />
            <KeepingForm />
          </div>
          <div className="dialog__actions dialog__actions--one">
            <Button size="large" onPress={closeDialog}>
              {t('common.close')}
            </Button>
          </div>
        </>
      )}
    </DialogFrame>
  );
}

function OwnSettings({ onSupport }: { readonly onSupport: () => void }) {
  const place = useMirror(({ snapshot }) => snapshot?.desk.pointOfSale ?? null);
  const sections = useMirror(({ snapshot }) => snapshot?.terminals.sections);
  const chosen = useMirror(({ snapshot }) => snapshot?.terminals.chosen ?? null);
  const [failure, setFailure] = useState<PosError | null>(null);
  // Shown at once, until main has published another place than before.
  const [asked, setAsked] = useState<{ readonly name: string; readonly before: string | null } | null>(null);
  const choose = async (name: string): Promise<void> => {
    setAsked({ name, before: place });
    const result = await client.choosePointOfSale(name === NOWHERE ? null : name);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) setAsked(null);
  };
  const known = (sections ?? []).flatMap(({ terminals }) => terminals.map(({ pointOfSale }) => pointOfSale ?? NOWHERE));
  const places = [...new Set([place ?? NOWHERE, ...known])]
    .filter((name) => name !== NOWHERE)
    .sort((a, b) => a.localeCompare(b, LOCALES[currentLanguage()]));
  const choices = [...places.map((name) => ({ value: name, text: name })), { value: NOWHERE, text: t('settings.noPlace') }];
  return (
    <>
      <p className="dialog__text">{t('settings.text')}</p>
      <div className="dialog__body settings">
        <ChoiceGroup
          id="settings-place"
          legend={t('settings.place')}
          problem={null}
          chosen={asked?.before === place ? asked.name : (place ?? NOWHERE)}
          onChoose={(name) => void choose(name)}
          choices={choices}
        />
        {failure !== null && <FailureNotice error={failure} />}
        <section className="settings__row">
          <div>
            <h3 className="field__label">{t('settings.terminal')}</h3>
            <p>{chosen?.name ?? t('settings.noTerminal')}</p>
          </div>
          <Button onPress={() => openDialog({ kind: 'picker', purpose: 'remember' })}>{t('terminal.change')}</Button>
        </section>
        <AskAboveForm />
        <PrintingSettings />
        <ComfortSettings />
        <TrainingRow />
        <section className="settings__row">
          <p>{t('settings.checks')}</p>
          <Button onPress={() => openDialog({ kind: 'checks', check: null, terminalId: null })}>{t('checks.title')}</Button>
        </section>
        <section className="settings__row">
          <p>{t('settings.keys')}</p>
          <Button shortcut="F1" onPress={showKeysOfScreen}>
            {t('keys.open')}
          </Button>
        </section>
        <LanguageChoice />
      </div>
      <div className="dialog__actions">
        <Button look="quiet" size="large" onPress={onSupport}>
          {t('settings.support.open')}
        </Button>
        <Button look="primary" size="large" onPress={closeDialog}>
          {t('common.close')}
        </Button>
      </div>
    </>
  );
}

function SupportStep({ onBack, onGo }: { readonly onBack: () => void; readonly onGo: () => void }) {
  const training = useMirror(({ snapshot }) => snapshot?.desk.mode === 'training');
  return (
    <>
      <p className="dialog__text">{training ? t('settings.support.inTraining') : t('settings.support.warning')}</p>
      <div className={training ? 'dialog__actions dialog__actions--one' : 'dialog__actions'}>
        <Button size="large" onPress={onBack}>
          {t('settings.support.back')}
        </Button>
        {!training && (
          <Button look="primary" size="large" onPress={onGo}>
            {t('settings.support.go')}
          </Button>
        )}
      </div>
    </>
  );
}
