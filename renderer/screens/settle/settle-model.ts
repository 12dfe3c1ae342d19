import type { CommandInput } from '../../../shared/ipc/contract.ts';
import { MAX_REASON_LENGTH, readLastFour, readText, type TextProblem } from '../../../shared/reference.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';

export type SettleForm = {
  readonly charged: boolean | null;
  readonly receipt: string;
  readonly lastFour: string;
  readonly reason: string;
  readonly name: string;
};

export type SettleProblems = {
  readonly charged: 'empty' | null;
  readonly receipt: TextProblem | null;
  readonly lastFour: 'empty' | 'not-four-digits' | null;
  readonly reason: TextProblem | null;
  readonly name: TextProblem | null;
};
export type SettleField = keyof SettleProblems;

export const noProblems: SettleProblems = { charged: null, receipt: null, lastFour: null, reason: null, name: null };

/** The order of the fields on the screen: the first wrong one gets the focus. */
const order: readonly SettleField[] = ['charged', 'receipt', 'lastFour', 'reason', 'name'];
export const firstProblem = (problems: SettleProblems): SettleField | null => order.find((field) => problems[field] !== null) ?? null;

type Settlement = Omit<CommandInput<'settlePayment'>, 'paymentId'>;

/** Checks the form in the same way as main, so that each problem is shown at its field. */
export function readSettleForm(form: SettleForm): Result<Settlement, SettleProblems> {
  const reason = readText(form.reason, { maxLength: MAX_REASON_LENGTH, required: true });
  const name = readText(form.name, { maxLength: 80, required: true });
  const charged = form.charged === true;
  const receipt = readText(form.receipt, { maxLength: 40, required: true });
  const lastFour = readLastFour(form.lastFour);
  const problems: SettleProblems = {
    charged: form.charged === null ? 'empty' : null,
    receipt: !charged || receipt.ok ? null : receipt.error,
    lastFour: !charged || lastFour.ok ? null : lastFour.error,
    reason: reason.ok ? null : reason.error,
    name: name.ok ? null : name.error,
  };
  if (firstProblem(problems) !== null || !reason.ok || !name.ok) return failed(problems);
  const word = { by: name.value, reason: reason.value };
  if (!charged) return ok({ ...word, verdict: { charged: false } });
  if (!receipt.ok || !lastFour.ok) return failed(problems);
  return ok({ ...word, verdict: { charged: true, receipt: receipt.value, lastFour: lastFour.value } });
}
