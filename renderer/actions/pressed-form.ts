import type { Desk } from '../../shared/ipc/desk.ts';
import { readReference } from '../../shared/reference.ts';
import { formAmount } from '../stores/form-amount.ts';
import { mirrorShows, useMirror } from '../stores/mirror.ts';
import { showProblems, useSaleForm } from '../stores/sale-form.ts';
import type { Question } from '../stores/view.ts';
import { focusField } from './sale-fields.ts';

export type Filled = { readonly amountMinor: number; readonly reference: string; readonly completesId: string | null };

/** Reads sum and reference, shows their problems, and moves the focus to the first field with one. */
export function readForm(): Filled | null {
  const form = useSaleForm.getState();
  const amount = formAmount(form);
  const reference = readReference(form.reference);
  showProblems({ amount: amount.ok ? null : amount.error, reference: reference.ok ? null : reference.error });
  if (!amount.ok) focusField('amount');
  else if (!reference.ok) focusField('reference');
  return amount.ok && reference.ok ? { amountMinor: amount.value, reference: reference.value, completesId: form.completesId } : null;
}

/** The mode that this window shows. Until main has answered there is none, and nothing can be sent. */
export const seenMode = (): Desk['mode'] => useMirror.getState().snapshot?.desk.mode ?? 'unconfigured';

/** Whether the form is still the one that the question named. */
export function isFormStill({
  idempotencyKey,
  amountMinor,
  reference,
}: Pick<Question, 'idempotencyKey' | 'amountMinor' | 'reference'>): boolean {
  const filled = readForm();
  return useSaleForm.getState().form === idempotencyKey && filled?.amountMinor === amountMinor && filled.reference === reference;
}

/** Who is at the desk. */
export const operatorNow = (): string | null => useMirror.getState().snapshot?.desk.operator ?? null;

/** Resolves when the payment is on the screen, or after a second. */
export const isOnScreen = (paymentId: string): Promise<boolean> => mirrorShows(({ current }) => current?.id === paymentId);
