import type { SaleWarningCode } from '../../shared/errors.ts';
import { MAX_REASON_LENGTH, readLastFour, readText } from '../../shared/reference.ts';
import { client } from '../pos-client.ts';
import { saveDraftNow } from '../stores/draft-saver.ts';
import { mirrorShows, useMirror } from '../stores/mirror.ts';
import { showProblems, useSaleForm } from '../stores/sale-form.ts';
import { closeDialog, type ManualEntryQuestion, openDialog } from '../stores/view.ts';
import { isFormStill, isOnScreen, readForm, seenMode } from './pressed-form.ts';
import { focusField } from './sale-fields.ts';
import { showPayment } from './show-payment.ts';

/** Kirjaa maksu: records a card payment that this program did not make. `confirmed`: the warnings that somebody has answered. */
export async function recordManualEntry(confirmed: readonly SaleWarningCode[] = []): Promise<void> {
  const { pending, form: idempotencyKey, manual } = useSaleForm.getState();
  // Nobody can say yet which form this is.
  if (pending || useMirror.getState().snapshot === null) return;
  const filled = readForm();
  const lastFour = readLastFour(manual.lastFour);
  const receipt = readText(manual.receipt, { maxLength: 40, required: true });
  const reason = readText(manual.reason, { maxLength: MAX_REASON_LENGTH, required: true });
  showProblems({
    lastFour: lastFour.ok ? null : lastFour.error,
    receipt: receipt.ok ? null : receipt.error,
    reason: reason.ok ? null : reason.error,
  });
  if (filled === null) return;
  if (!lastFour.ok) return focusField('lastFour');
  if (!receipt.ok) return focusField('receipt');
  if (!reason.ok) return focusField('reason');

  useSaleForm.setState({ pending: true, failure: null });
  saveDraftNow();
  const proof = { lastFour: lastFour.value, receipt: receipt.value, reason: reason.value };
  const result = await client.recordManualEntry({ idempotencyKey, mode: seenMode(), ...filled, ...proof, confirmed: [...confirmed] });
  if (result.ok) await isOnScreen(result.value.paymentId);
  useSaleForm.setState({ pending: false });
  if (result.ok) return;
  const { error } = result;
  if (error.code === 'confirmation-needed') {
    const asked = {
      idempotencyKey,
      ...filled,
      warnings: error.warnings ?? [],
      justCharged: error.justCharged ?? null,
      elsewhere: error.elsewhere ?? null,
      confirmed,
      unclearId: error.unclearId ?? null,
    };
    return openDialog({ kind: 'confirm-record', question: asked });
  }
  if (error.code === 'operator-missing') openDialog({ kind: 'operator' });
  useSaleForm.setState({ failure: error });
}

/** Kirjaa silti: makes exactly the record that the question named, with the warnings confirmed. */
export function recordManualEntryAnyway({ idempotencyKey, amountMinor, reference, warnings, confirmed }: ManualEntryQuestion): void {
  closeDialog();
  if (isFormStill({ idempotencyKey, amountMinor, reference })) return void recordManualEntry([...confirmed, ...warnings]);
  useSaleForm.setState({ failure: { code: 'form-changed', moneyMoved: 'no', retry: 'safe', ref: '' } });
}

/**
 * Opens the unclear payment instead of recording another one; what is typed stays. If nothing can prove that payment any more, the dialog
 * to settle it opens at once.
 */
export async function openUnclear(paymentId: string): Promise<void> {
  const failure = await showPayment(paymentId);
  if (failure !== null) return useSaleForm.setState({ failure });
  await mirrorShows(({ current }) => current?.id === paymentId);
  const current = useMirror.getState().snapshot?.current ?? null;
  if (current?.id === paymentId && current.state === 'unresolved') openDialog({ kind: 'settle', payment: current });
}
