import { useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import { type PrintingChoice, paperKinds, usualPrinting } from '../../../shared/paper-kinds.ts';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { useMirror } from '../../stores/mirror.ts';
import { usePrinters } from './use-printers.ts';

const NONE = '';
const dialogs = ['silent', 'dialog'] as const;

/** The printer of this PC, its paper, and whether the system's dialog comes before each print. */
export function PrintingSettings() {
  const published = useMirror(({ snapshot }) => snapshot?.printing ?? usualPrinting);
  // Shown at once, until main has published another choice than before.
  const [asked, setAsked] = useState<{ readonly choice: PrintingChoice; readonly before: PrintingChoice } | null>(null);
  const choice = asked?.before === published ? asked.choice : published;
  const { printers, failure: unread } = usePrinters();
  const [failure, setFailure] = useState<PosError | null>(null);
  const change = async (changed: Partial<PrintingChoice>): Promise<void> => {
    const next = { ...choice, ...changed };
    setAsked({ choice: next, before: published });
    const result = await client.choosePrinting(next);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) setAsked(null);
  };
  const isGone = choice.printer !== null && printers !== null && !printers.some(({ name }) => name === choice.printer);
  const known = [...(printers ?? [])];
  // The chosen one stays in sight while the list is read, and where it is gone.
  if (choice.printer !== null && !known.some(({ name }) => name === choice.printer))
    known.push({ name: choice.printer, shownAs: isGone ? t('settings.printing.gone', { name: choice.printer }) : choice.printer });
  return (
    <section className="settings__printing" aria-label={t('settings.printing.title')}>
      <ChoiceGroup
        id="settings-printer"
        legend={t('settings.printing.printer')}
        problem={null}
        chosen={choice.printer ?? NONE}
        onChoose={(name) => void change({ printer: name === NONE ? null : name, ...(name === NONE ? { dialog: true } : {}) })}
        choices={[...known.map(({ name, shownAs }) => ({ value: name, text: shownAs })), { value: NONE, text: t('settings.printing.ask') }]}
      />
      {isGone && <Notice tone="failed">{t('settings.printing.goneText')}</Notice>}
      {printers?.length === 0 && !isGone && <p>{t('settings.printing.none')}</p>}
      {unread !== null && <FailureNotice error={unread} />}
      <ChoiceGroup
        id="settings-paper"
        legend={t('settings.printing.paper')}
        problem={null}
        chosen={choice.paper}
        onChoose={(value) => void change({ paper: paperKinds.find((kind) => kind === value) ?? choice.paper })}
        choices={paperKinds.map((value) => ({ value, text: t(`settings.printing.papers.${value}`) }))}
      />
      {choice.printer !== null && (
        <ChoiceGroup
          id="settings-print-dialog"
          legend={t('settings.printing.before')}
          problem={null}
          chosen={choice.dialog ? 'dialog' : 'silent'}
          onChoose={(value) => void change({ dialog: value === 'dialog' })}
          choices={dialogs.map((value) => ({ value, text: t(`settings.printing.dialogs.${value}`) }))}
        />
      )}
      {failure !== null && <FailureNotice error={failure} />}
    </section>
  );
}
