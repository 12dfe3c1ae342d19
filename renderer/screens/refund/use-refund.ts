import { useState } from 'react';
import { amountAsText } from '../../../shared/amount-text.ts';
import type { PosError, SaleWarningCode } from '../../../shared/errors.ts';
import { type MoneyProblem, parseMoney } from '../../../shared/parse-money.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { failed } from '../../../shared/result.ts';
import { refundTerminal, startRefund } from '../../actions/refund.ts';
import { currentLanguage } from '../../i18n/t.ts';
import { newIdempotencyKey } from '../../stores/sale-form.ts';

type Asked = { readonly terminal: string; readonly warnings: readonly SaleWarningCode[] };
const nothingAsked: Asked = { terminal: '', warnings: [] };

/** The sum to give back, what was asked about it, and its start. One form is one refund, however often it is pressed. */
export function useRefund(payment: PaymentView) {
  const [text, setText] = useState(amountAsText(payment.refundableMinor, payment.currency, currentLanguage()));
  const [idempotencyKey, setIdempotencyKey] = useState(newIdempotencyKey);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<MoneyProblem | 'more-than-left' | null>(null);
  const [failure, setFailure] = useState<PosError | null>(null);
  const [asked, setAsked] = useState<Asked>(nothingAsked);
  const terminal = refundTerminal(payment);
  // An answer counts only for the terminal that the question named.
  const warnings = asked.terminal === `${terminal?.terminalId} ${terminal?.name}` ? asked.warnings : [];
  // After refused text nothing goes back until somebody types: the field may hold another sum than was meant.
  const amount = problem === 'control-characters' ? failed(problem) : parseMoney(text, payment.currency);

  const type = (typed: string): void => {
    setText(typed);
    setIdempotencyKey(newIdempotencyKey());
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
      idempotencyKey,
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
    if (error.moneyMoved === 'no') setIdempotencyKey(newIdempotencyKey());
  };

  return { text, type, pending, problem, setProblem, failure, terminal, warnings, amount, start };
}
