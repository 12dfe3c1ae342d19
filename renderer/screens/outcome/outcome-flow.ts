import type { PosError } from '../../../shared/errors.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { referenceKey } from '../../../shared/reference.ts';
import { deskCurrency } from '../../i18n/money-text.ts';
import { client } from '../../pos-client.ts';
import { useMirror } from '../../stores/mirror.ts';
import { fillForm, useSaleForm } from '../../stores/sale-form.ts';
import { fillableAmount, formAmount } from '../sale/form-amount.ts';

/** Null when it worked. */
type Trouble = Promise<PosError | null>;

/** What is typed is another guest's: this payment was only looked at, or gave money back. */
const leavesForm = (payment: PaymentView): boolean => isBrowsed(payment) || payment.kind === 'refund' || payment.kind === 'void';

/** Main knows what is only looked at; a page forgets. */
function isBrowsed(payment: PaymentView): boolean {
  const desk = useMirror.getState().snapshot?.desk;
  return desk?.browsing === true && desk.currentPaymentId === payment.id;
}

/** Uusi maksu. A payment that was only looked at leaves what is typed for the next guest alone. */
export async function startAfresh(payment: PaymentView): Trouble {
  if (isUnclear(payment)) return goOnWithAnother(payment);
  const keep = leavesForm(payment);
  const result = await client.closeOutcome(payment, false);
  if (!result.ok) return result.error;
  if (!keep) fillForm({});
  return null;
}

const isUnclear = (payment: PaymentView): boolean => payment.state === 'checking' || payment.state === 'unresolved';

/** Jatka toisella asiakkaalla: the desk is free, and the payment stays in sight until it is clear. */
export async function goOnWithAnother(payment: PaymentView): Trouble {
  const keep = leavesForm(payment);
  if (payment.state !== 'unresolved' && !payment.released) {
    const released = await client.releasePayment(payment.id);
    if (!released.ok && released.error.code !== 'not-possible-now') return released.error;
  }
  if (useMirror.getState().snapshot?.current?.id === payment.id) {
    const closed = await client.closeOutcome(payment, false);
    if (!closed.ok && useMirror.getState().snapshot?.current?.id === payment.id) return closed.error;
  }
  if (!keep) fillForm({});
  return null;
}

/** Kirjaa käsin: sum and reference stay, and the manual fields open. */
export async function recordByHand(payment: PaymentView): Trouble {
  const result = await client.closeOutcome(payment, true);
  if (!result.ok) return result.error;
  fillForm({ amountText: fillableAmount(payment.amountMinor, payment.currency), reference: payment.reference, method: 'manual' }, true);
  return null;
}

/** Veloita loput: fills the form with what is missing. It charges nothing by itself. */
export async function fillWithRest(payment: PaymentView): Trouble {
  const rest = payment.amountMinor - payment.chargedMinor;
  const result = await client.closeOutcome(payment, false);
  if (!result.ok) return result.error;
  fillForm({ amountText: fillableAmount(rest, payment.currency), reference: payment.reference, method: 'card' }, true);
  return null;
}

/**
 * Whether this payment may be charged again from its own screen: not when it was only looked up in the list, and not
 * when somebody has already typed another guest's sum.
 */
export function mayChargeAgain(payment: PaymentView): boolean {
  return !isBrowsed(payment) && (formIsEmpty() || formIsOf(payment));
}

/** Whether what is missing may be put into the form: never over what somebody typed for another guest. */
export const mayFillWithRest = (payment: PaymentView): boolean => formIsEmpty() || !isBrowsed(payment);

function formIsEmpty(): boolean {
  const { amountText, reference } = useSaleForm.getState();
  return amountText.trim() === '' && reference.trim() === '';
}

function formIsOf(payment: PaymentView): boolean {
  const form = useSaleForm.getState();
  const amount = formAmount(form);
  const sameSum = amount.ok && amount.value === payment.amountMinor && payment.currency === deskCurrency();
  return sameSum && referenceKey(form.reference) === referenceKey(payment.reference);
}
