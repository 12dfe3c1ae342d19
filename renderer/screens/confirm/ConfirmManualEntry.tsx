import { useEffect, useRef } from 'react';
import { openUnclear, recordManualEntryAnyway } from '../../actions/manual-entry.ts';
import { Button } from '../../components/Button.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { moneyText } from '../../i18n/money-text.ts';
import { t } from '../../i18n/t.ts';
import { deskCurrency } from '../../stores/desk-currency.ts';
import { useMirror } from '../../stores/mirror.ts';
import { closeDialog, type ManualEntryQuestion } from '../../stores/view.ts';
import { WarningList } from './WarningList.tsx';

/**
 * Asks before a record that may count a charge twice. If a payment is unclear, that one should be settled instead. Recording does not react
 * to Enter.
 */
export function ConfirmManualEntry({ question }: { readonly question: ManualEntryQuestion }) {
  const { reference, unclearId } = question;
  const sum = moneyText(question.amountMinor, deskCurrency());
  const canBeSettled = useMirror(({ snapshot }) =>
    snapshot?.today.payments.some(({ id, state }) => id === unclearId && state === 'unresolved'),
  );
  const actions = useRef<HTMLDivElement>(null);
  useEffect(() => {
    actions.current?.querySelector<HTMLButtonElement>('.button--primary')?.focus();
  }, []);
  return (
    <DialogFrame title={t('manual.confirmTitle', { sum })} role="alertdialog" onClose={closeDialog}>
      {reference !== '' && <p className="dialog__text">{t('manual.confirmWhat', { reference })}</p>}
      <WarningList {...question} />
      {unclearId !== null && <p className="dialog__text">{t('manual.insteadOf')}</p>}
      <div className="dialog__actions dialog__actions--choices" ref={actions}>
        <Button size="large" notOnEnter onPress={() => recordManualEntryAnyway(question)}>
          {t('manual.confirmYes', { sum })}
        </Button>
        <Button look={unclearId === null ? 'primary' : 'secondary'} size="large" onPress={closeDialog}>
          {t('manual.confirmNo')}
        </Button>
        {unclearId !== null && (
          <Button look="primary" size="large" onPress={() => void openUnclear(unclearId)}>
            {canBeSettled === true ? t('settle.open') : t('manual.openUnclear')}
          </Button>
        )}
      </div>
    </DialogFrame>
  );
}
