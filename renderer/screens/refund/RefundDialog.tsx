import { useEffect } from 'react';
import { plainSum } from '../../../shared/amount-text.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { SumField } from '../../components/SumField.tsx';
import { Warnings } from '../../components/Warnings.tsx';
import { CONFIRM_ID } from '../../frame/ConfirmFoot.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { StartingNote } from '../../frame/StartingNote.tsx';
import { currencySign, moneyText } from '../../i18n/money-text.ts';
import { currentLanguage, t } from '../../i18n/t.ts';
import { amountProblem } from '../../payment/amount-problem.ts';
import { cardText } from '../../payment/card-text.ts';
import { closeDialog } from '../../stores/view.ts';
import { useRefund } from './use-refund.ts';

const AMOUNT_ID = 'refund-amount';

/** How much goes back, and at which terminal the card is presented. Enter in the field goes to the button, and presses nothing. */
export function RefundDialog({ payment }: { readonly payment: PaymentView }) {
  const { text, type, pending, problem, setProblem, failure, terminal, warnings, amount, start } = useRefund(payment);
  // The sum is what somebody decides here.
  useEffect(() => {
    const field = document.getElementById(AMOUNT_ID);
    if (!(field instanceof HTMLInputElement)) return;
    field.focus();
    field.select();
  }, []);
  const left = moneyText(payment.refundableMinor, payment.currency);
  const sum = amount.ok ? moneyText(amount.value, payment.currency) : '';

  return (
    <DialogFrame title={t('refund.title')} onClose={closeDialog}>
      <p className="dialog__text number">{refundText(payment, terminal?.name ?? null)}</p>
      <div className="dialog__body">
        <SumField
          id={AMOUNT_ID}
          label={t('refund.amount')}
          suffix={currencySign(payment.currency)}
          placeholder={plainSum(0, payment.currency, currentLanguage())}
          value={text}
          onChange={type}
          locked={pending}
          onEnter={() => document.getElementById(CONFIRM_ID)?.focus()}
          onRefused={() => setProblem('control-characters')}
          hint={t('refund.left', { sum: left })}
          problem={
            problem === null
              ? null
              : problem === 'more-than-left'
                ? t('refund.tooLarge', { sum: left })
                : amountProblem(problem, payment.currency)
          }
        />
        {warnings.length > 0 && <Warnings texts={warnings.map((warning) => t(`warnings.${warning}`))} urgent />}
        <StartingNote />
        {failure !== null && <FailureNotice error={failure} />}
      </div>
      <div className="dialog__actions">
        <Button size="large" onPress={closeDialog}>
          {t('common.back')}
        </Button>
        <Button look="primary" size="large" id={CONFIRM_ID} disabled={pending || terminal === null} onPress={() => void start()}>
          {warnings.length > 0 ? t('refund.startAnyway', { sum }) : t('refund.start', { sum })}
        </Button>
      </div>
    </DialogFrame>
  );
}

/** Which card the guest has to present, if it is known. */
function refundText({ card }: PaymentView, terminal: string | null): string {
  if (terminal === null) return t('refund.noTerminal');
  const name = cardText({ card });
  return name === null ? t('refund.text', { terminal }) : t('refund.textOfCard', { card: name, terminal });
}
