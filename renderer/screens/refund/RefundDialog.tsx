import { useState } from 'react';
import { amountAsText, plainSum } from '../../../shared/amount-text.ts';
import type { PosError, SaleWarningCode } from '../../../shared/errors.ts';
import { type MoneyProblem, parseMoney } from '../../../shared/parse-money.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { failed } from '../../../shared/result.ts';
import { refundTerminal, startRefund } from '../../actions/give-back.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { SumField } from '../../components/SumField.tsx';
import { Warnings } from '../../components/Warnings.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { StartingNote } from '../../frame/StartingNote.tsx';
import { currencySign, moneyText } from '../../i18n/money-text.ts';
import { t } from '../../i18n/t.ts';
import { amountProblem } from '../../payment/amount-problem.ts';
import { newAttempt } from '../../stores/sale-form.ts';
import { closeDialog } from '../../stores/view.ts';

type Asked = { readonly terminal: string; readonly warnings: readonly SaleWarningCode[] };
const nothingAsked: Asked = { terminal: '', warnings: [] };

/** How much goes back, and at which terminal the card is presented. It gives money away, so it does not react to Enter. */
export function RefundDialog({ payment }: { readonly payment: PaymentView }) {
  const [text, setText] = useState(amountAsText(payment.refundableMinor, payment.currency));
  const [attempt, setAttempt] = useState(newAttempt);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<MoneyProblem | 'more-than-left' | null>(null);
  const [failure, setFailure] = useState<PosError | null>(null);
  const [asked, setAsked] = useState<Asked>(nothingAsked);
  const terminal = refundTerminal(payment);
  // An answer counts only for the terminal that the question named.
  const warnings = asked.terminal === `${terminal?.terminalId} ${terminal?.name}` ? asked.warnings : [];
  const left = moneyText(payment.refundableMinor, payment.currency);
  // After refused text nothing goes back until somebody types: the field may hold another sum than was meant.
  const amount = problem === 'control-characters' ? failed(problem) : parseMoney(text, payment.currency);
  const sum = amount.ok ? moneyText(amount.value, payment.currency) : '';

  const type = (typed: string): void => {
    setText(typed);
    setAttempt(newAttempt());
    setProblem(null);
    setFailure(null);
    setAsked(nothingAsked);
  };
  const start = async (): Promise<void> => {
    if (pending || terminal === null) return;
    if (!amount.ok) return setProblem(amount.error);
    if (amount.value > payment.refundableMinor) return setProblem('more-than-left');
    setPending(true);
    const error = await startRefund({
      payment,
      terminalId: terminal.terminalId,
      attempt,
      amountMinor: amount.value,
      confirmed: warnings,
    });
    setPending(false);
    if (error === null) return;
    if (error.code === 'confirmation-needed') {
      return setAsked({ terminal: `${terminal.terminalId} ${terminal.name}`, warnings: [...warnings, ...(error.warnings ?? [])] });
    }
    setAsked(nothingAsked);
    setFailure(error);
    // If it is not known, the form keeps its name, so that main takes both presses for the same refund.
    if (error.moneyMoved === 'no') setAttempt(newAttempt());
  };

  return (
    <DialogFrame title={t('refund.title')} onClose={closeDialog}>
      <p className="dialog__text">{terminal === null ? t('refund.noTerminal') : t('refund.text', { terminal: terminal.name })}</p>
      <div className="dialog__body">
        <SumField
          id="refund-amount"
          label={t('refund.amount')}
          suffix={currencySign(payment.currency)}
          placeholder={plainSum(0, payment.currency)}
          value={text}
          onChange={type}
          locked={pending}
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
          {t('waiting.cancel')}
        </Button>
        <Button look="primary" size="large" notOnEnter disabled={pending || terminal === null} onPress={() => void start()}>
          {warnings.length > 0 ? t('refund.startAnyway', { sum }) : t('refund.start', { sum })}
        </Button>
      </div>
    </DialogFrame>
  );
}
