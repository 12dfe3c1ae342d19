import type { PosError } from '../../shared/errors.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { client } from '../pos-client.ts';
import { draftSaved, saveDraftNow } from '../stores/draft-saver.ts';
import { fillableAmount } from '../stores/form-amount.ts';
import { useMirror } from '../stores/mirror.ts';
import { fillForm, typeInForm, useSaleForm } from '../stores/sale-form.ts';
import { openPage } from '../stores/view.ts';
import { bringBack } from './bring-back.ts';

/** Null if it worked. */
type Trouble = Promise<PosError | null>;

/** Main stores which payment was only opened to be looked at, because a reload of the page would forget it. */
function isBrowsed(payment: PaymentView): boolean {
  const snapshot = useMirror.getState().snapshot;
  return snapshot?.browsing === true && snapshot.current?.id === payment.id;
}

/** Uusi maksu. The form has been empty since the payment began, or holds what was typed for the next guest. */
export async function startAfresh(payment: PaymentView): Trouble {
  openPage('till');
  if (isUnclear(payment)) return goOnWithAnother(payment);
  const result = await client.closeOutcome(payment, false);
  return result.ok ? null : result.error;
}

const isUnclear = (payment: PaymentView): boolean => payment.state === 'checking' || payment.state === 'unresolved';

/** Jatka toisella asiakkaalla: the desk can go on, and the payment stays visible until it is clear. */
export async function goOnWithAnother(payment: PaymentView): Trouble {
  if (payment.state !== 'unresolved' && !payment.released) {
    const released = await client.releasePayment(payment.id);
    if (!released.ok && released.error.code !== 'not-possible-now') return released.error;
  }
  if (useMirror.getState().snapshot?.current?.id === payment.id) {
    const closed = await client.closeOutcome(payment, false);
    if (!closed.ok && useMirror.getState().snapshot?.current?.id === payment.id) return closed.error;
  }
  return null;
}

/** Kirjaa käsin: sum and reference stay, and the manual fields open. */
export async function enterByHand(payment: PaymentView): Trouble {
  const failure = await bringBack(payment);
  if (failure === null) typeInForm({ method: 'manual' });
  return failure;
}

/**
 * Veloita loput: fills the form with what is missing, as calculated by main. It charges nothing by itself. Main has the form before the
 * outcome is closed: else a request of Willba that waits would take its place, with another guest's sum.
 */
export async function fillWithRest(payment: PaymentView): Trouble {
  const before = useSaleForm.getState();
  const completesId = payment.completes?.paymentId ?? payment.id;
  fillForm(
    { amountText: fillableAmount(payment.restMinor, payment.currency), reference: payment.reference, method: 'card', completesId },
    true,
  );
  await draftSaved();
  const result = await client.closeOutcome(payment, false);
  if (!result.ok) {
    useSaleForm.setState(before);
    saveDraftNow();
    return result.error;
  }
  openPage('till');
  return null;
}

/** Whether this payment may be charged again from its own screen: not if it was only opened to be looked at. */
export const mayChargeAgain = (payment: PaymentView): boolean => !isBrowsed(payment);

/** Whether what is missing may be put into the form: never over what somebody typed for another guest. */
export const mayFillWithRest = (payment: PaymentView): boolean => formIsEmpty() || !isBrowsed(payment);

function formIsEmpty(): boolean {
  const { amountText, reference } = useSaleForm.getState();
  return amountText.trim() === '' && reference.trim() === '';
}
