import type { CommandInput } from '../../../shared/ipc/contract.ts';
import { MAX_REASON_LENGTH, readText, type TextProblem } from '../../../shared/reference.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';

export type LetStandForm = { readonly reason: string; readonly name: string };
export type LetStandProblems = { readonly reason: TextProblem | null; readonly name: TextProblem | null };

export const noProblems: LetStandProblems = { reason: null, name: null };

/** Checks the form in the same way as main, so that each problem is shown at its field. */
export function readLetStand(form: LetStandForm): Result<Omit<CommandInput<'letSignatureStand'>, 'paymentId'>, LetStandProblems> {
  const reason = readText(form.reason, { maxLength: MAX_REASON_LENGTH, required: true });
  const name = readText(form.name, { maxLength: 80, required: true });
  if (reason.ok && name.ok) return ok({ by: name.value, reason: reason.value });
  return failed({ reason: reason.ok ? null : reason.error, name: name.ok ? null : name.error });
}
