import type { SaleWarningCode } from '../../shared/errors.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { client } from '../pos-client.ts';
import { isCovered } from '../stores/covered.ts';
import { saveDraftNow } from '../stores/draft-saver.ts';
import { shownTerminal, useMirror } from '../stores/mirror.ts';
import { useSaleForm } from '../stores/sale-form.ts';
import { closeDialog, openDialog, type Question, useView } from '../stores/view.ts';
import { bringBack } from './bring-back.ts';
import { isFormStill, isOnScreen, operatorNow, readForm, seenMode } from './pressed-form.ts';
import { focusField } from './sale-fields.ts';

/** Maksa: charges at this PC's terminal, or lets one be chosen first. */
export function pay(): void {
  if (useSaleForm.getState().pending || isCovered()) return;
  // Main has not yet said which form this is.
  if (readForm() === null || useMirror.getState().snapshot === null) return;
  const chosen = useMirror.getState().snapshot?.terminals.chosen ?? null;
  if (chosen === null) openDialog({ kind: 'picker', purpose: 'pay', form: useSaleForm.getState().form });
  else void charge(chosen.terminalId, []);
}

/** Sends one sale. Until the answer is there, every other press that would charge does nothing. */
export async function charge(terminalId: string, confirmed: readonly SaleWarningCode[]): Promise<void> {
  const { pending, form: idempotencyKey } = useSaleForm.getState();
  const filled = pending ? null : readForm();
  if (filled === null) return useView.setState({ held: null });
  const shown = shownTerminal();
  const question = { idempotencyKey, ...filled, terminalId, terminalName: nameOf(terminalId), shown, operator: operatorNow(), confirmed };
  useSaleForm.setState({ pending: true, failure: null });
  saveDraftNow();
  const result = await client.startSale({ idempotencyKey, mode: seenMode(), ...filled, terminalId, shown, confirmed: [...confirmed] });
  if (result.ok) {
    // Closes any dialog that was opened while the press waited: the payment comes first.
    closeDialog();
    // Main has emptied this form. Until this window sees that, another press would be the same payment.
    await isOnScreen(result.value.paymentId);
    useSaleForm.setState({ pending: false });
    useView.setState({ held: null });
    return;
  }
  useSaleForm.setState({ pending: false });
  useView.setState({ held: null });
  const { error } = result;
  if (error.code === 'confirmation-needed') {
    const { warnings = [], justCharged = null, elsewhere = null } = error;
    openDialog({ kind: 'confirm', question: { ...question, warnings, justCharged, elsewhere } });
    return;
  }
  if (error.code === 'operator-missing') openDialog({ kind: 'operator' });
  if (error.code === 'card-number-in-text') focusField('reference');
  useSaleForm.setState({ failure: error });
}

/**
 * Veloita silti: sends exactly the sale that the question named, with the warnings confirmed. If something has changed since, nothing is
 * sent.
 */
export function chargeAnyway(question: Question): void {
  closeDialog();
  const changed = changedSince(question);
  if (changed === null) return void charge(question.terminalId, [...question.confirmed, ...question.warnings]);
  useSaleForm.setState({ failure: { code: changed, moneyMoved: 'no', retry: 'safe', ref: '' } });
}

function changedSince({ idempotencyKey, amountMinor, reference, terminalId, terminalName, shown, operator }: Question) {
  const now = shownTerminal();
  if (shown?.terminalId !== now?.terminalId || shown?.name !== now?.name || nameOf(terminalId) !== terminalName) return 'terminal-changed';
  return isFormStill({ idempotencyKey, amountMinor, reference }) && operatorNow() === operator ? null : 'form-changed';
}

/** The terminal's name as this window shows it. */
function nameOf(terminalId: string): string {
  const directory = useMirror.getState().snapshot?.terminals;
  const all = [...(directory?.sections.flatMap((section) => section.terminals) ?? []), ...(directory?.chosen ? [directory.chosen] : [])];
  return all.find((terminal) => terminal.terminalId === terminalId)?.name ?? terminalId;
}

/** Puts a payment without a charge back into the form and charges it again at this terminal. */
export async function retry(payment: PaymentView, terminalId: string): Promise<void> {
  if (useSaleForm.getState().pending || useView.getState().held !== null) return;
  useView.setState({ held: payment });
  const failure = await bringBack(payment);
  if (failure !== null) {
    useView.setState({ held: null });
    useSaleForm.setState({ failure });
    return;
  }
  await charge(terminalId, []);
}
