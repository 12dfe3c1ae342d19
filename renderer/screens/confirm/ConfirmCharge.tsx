import { useEffect, useRef } from 'react';
import { chargeAnyway } from '../../actions/charge.ts';
import { Button } from '../../components/Button.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { moneyText } from '../../i18n/money-text.ts';
import { t } from '../../i18n/t.ts';
import { deskCurrency } from '../../stores/desk-currency.ts';
import { closeDialog, type Question } from '../../stores/view.ts';
import { WarningList } from './WarningList.tsx';

/**
 * Asks before a charge that has a warning. It says what would be charged and where. Not charging is the main choice; charging does not
 * react to Enter.
 */
export function ConfirmCharge({ question }: { readonly question: Question }) {
  const { reference, terminalName } = question;
  const sum = moneyText(question.amountMinor, deskCurrency());
  // Nothing but the size of the sum is unusual.
  const large = question.warnings.every((warning) => warning === 'large-sum') && question.justCharged === null;
  const actions = useRef<HTMLDivElement>(null);
  useEffect(() => {
    actions.current?.querySelector<HTMLButtonElement>('.button--primary')?.focus();
  }, []);
  return (
    <DialogFrame title={large ? t('sale.confirmLarge', { sum }) : t('sale.confirmTitle', { sum })} role="alertdialog" onClose={closeDialog}>
      <p className="dialog__text">
        {reference === ''
          ? t('sale.confirmWhere', { terminal: terminalName })
          : t('sale.confirmWhat', { reference, terminal: terminalName })}
      </p>
      <WarningList {...question} />
      <div className="dialog__actions" ref={actions}>
        <Button size="large" notOnEnter onPress={() => chargeAnyway(question)}>
          {large ? t('sale.confirmLargeYes', { sum }) : t('sale.confirmYes', { sum })}
        </Button>
        <Button look="primary" size="large" onPress={closeDialog}>
          {t('sale.confirmNo')}
        </Button>
      </div>
    </DialogFrame>
  );
}
