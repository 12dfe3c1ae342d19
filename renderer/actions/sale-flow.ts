import type { SaleWarningCode } from '../../shared/errors.ts';
import type { Desk } from '../../shared/ipc.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { MAX_REASON_LENGTH, readLastFour, readReference, readText } from '../../shared/reference.ts';
import { client } from '../pos-client.ts';
import { isCovered } from '../stores/covered.ts';
import { saveDraftNow } from '../stores/draft-saver.ts';
import { formAmount } from '../stores/form-amount.ts';
import { mirrorShows, refetchSnapshot, shownTerminal, useMirror } from '../stores/mirror.ts';
import { showProblems, useSaleForm } from '../stores/sale-form.ts';
import { closeDialog, openDialog, type Question, type RecordQuestion, useView } from '../stores/view.ts';
import { bringBack } from './bring-back.ts';
import { focusField } from './fields.ts';
import { showPayment } from './show-payment.ts';

type Filled = { readonly amountMinor: number; readonly reference: string; readonly completesId: string | null };

/** Reads sum and reference, shows what is wrong with them, and moves to the first field that needs a hand. */
function readForm(): Filled | null {
  const form = useSaleForm.getState();
  const amount = formAmount(form);
  const reference = readReference(form.reference);
  showProblems({ amount: amount.ok ? null : amount.error, reference: reference.ok ? null : reference.error });
  if (!amount.ok) focusField('amount');
  else if (!reference.ok) focusField('reference');
  return amount.ok && reference.ok ? { amountMinor: amount.value, reference: reference.value, completesId: form.completesId } : null;
}

/** The mode that this window shows. Until main has spoken there is none, and nothing can be sent. */
const seenMode = (): Desk['mode'] => useMirror.getState().snapshot?.desk.mode ?? 'unconfigured';

/** Maksa: charges at this PC's terminal, or lets one be chosen first. */
export function pay(): void {
  if (useSaleForm.getState().pending || isCovered()) return;
  // Nobody can say yet which form this is.
  if (readForm() === null || useMirror.getState().snapshot === null) return;
  const chosen = useMirror.getState().snapshot?.terminals.chosen ?? null;
  if (chosen === null) openDialog({ kind: 'picker', purpose: 'pay' });
  else void charge(chosen.terminalId, []);
}

/** Sends one sale. While it is on its way, every other press of anything that charges does nothing. */
export async function charge(terminalId: string, confirmed: readonly SaleWarningCode[]): Promise<void> {
  const { pending, form: attempt } = useSaleForm.getState();
  const filled = pending ? null : readForm();
  if (filled === null) return useView.setState({ held: null });
  const shown = shownTerminal();
  const question = { attempt, ...filled, terminalId, terminalName: nameOf(terminalId), shown, operator: operatorNow(), confirmed };
  useSaleForm.setState({ pending: true, failure: null });
  saveDraftNow();
  const result = await client.startSale({ attempt, mode: seenMode(), ...filled, terminalId, shown, confirmed: [...confirmed] });
  if (result.ok) {
    // Whatever was opened while the press waited: the payment comes first.
    closeDialog();
    // Main has emptied the form under this name. Until that is seen here, another press would be the same payment.
    await isOnScreen(result.value.paymentId);
    useSaleForm.setState({ pending: false });
    useView.setState({ held: null });
    return;
  }
  useSaleForm.setState({ pending: false });
  useView.setState({ held: null });
  const { error } = result;
  if (error.code === 'confirmation-needed') {
    openDialog({ kind: 'confirm', question: { ...question, warnings: error.warnings ?? [], justCharged: error.justCharged ?? null } });
    return;
  }
  if (error.code === 'operator-missing') openDialog({ kind: 'operator' });
  if (error.code === 'card-number-in-text') focusField('reference');
  useSaleForm.setState({ failure: error });
}

/** Veloita silti: the very sale that the question named, with the warnings read. Where something has changed since, nothing is sent. */
export function chargeAnyway(question: Question): void {
  closeDialog();
  const changed = changedSince(question);
  if (changed === null) return void charge(question.terminalId, [...question.confirmed, ...question.warnings]);
  useSaleForm.setState({ failure: { code: changed, moneyMoved: 'no', retry: 'safe', ref: '' } });
}

function changedSince({ attempt, amountMinor, reference, terminalId, terminalName, shown, operator }: Question) {
  const now = shownTerminal();
  if (shown?.terminalId !== now?.terminalId || shown?.name !== now?.name || nameOf(terminalId) !== terminalName) return 'terminal-changed';
  return isFormStill({ attempt, amountMinor, reference }) && operatorNow() === operator ? null : 'form-changed';
}

function isFormStill({ attempt, amountMinor, reference }: Pick<Question, 'attempt' | 'amountMinor' | 'reference'>): boolean {
  const filled = readForm();
  return useSaleForm.getState().form === attempt && filled?.amountMinor === amountMinor && filled.reference === reference;
}

const operatorNow = (): string | null => useMirror.getState().snapshot?.desk.operator ?? null;

/** What this window calls a terminal. */
function nameOf(terminalId: string): string {
  const directory = useMirror.getState().snapshot?.terminals;
  const all = [...(directory?.sections.flatMap((section) => section.terminals) ?? []), ...(directory?.chosen ? [directory.chosen] : [])];
  return all.find((terminal) => terminal.terminalId === terminalId)?.name ?? terminalId;
}

/** Älä veloita, Älä kirjaa: the next press asks anew. */
export function doNotCharge(): void {
  closeDialog();
}

/** Puts a payment that came to nothing back into the form and charges it again, at this terminal. */
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

/** Kirjaa maksu: a card payment that went by without this program. `confirmed`: what somebody has been asked about and answered. */
export async function recordManual(confirmed: readonly SaleWarningCode[] = []): Promise<void> {
  const { pending, form: attempt, manual } = useSaleForm.getState();
  if (pending) return;
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
  const result = await client.recordManual({ attempt, mode: seenMode(), ...filled, ...proof, confirmed: [...confirmed] });
  if (result.ok) await isOnScreen(result.value.paymentId);
  useSaleForm.setState({ pending: false });
  if (result.ok) return;
  const { error } = result;
  if (error.code === 'confirmation-needed') {
    const asked = {
      attempt,
      ...filled,
      warnings: error.warnings ?? [],
      justCharged: error.justCharged ?? null,
      confirmed,
      unclearId: error.unclearId ?? null,
    };
    return openDialog({ kind: 'confirm-record', question: asked });
  }
  if (error.code === 'operator-missing') openDialog({ kind: 'operator' });
  useSaleForm.setState({ failure: error });
}

/** Kirjaa silti: the very record that the question named, with the warnings read. */
export function recordAnyway({ attempt, amountMinor, reference, warnings, confirmed }: RecordQuestion): void {
  closeDialog();
  if (isFormStill({ attempt, amountMinor, reference })) return void recordManual([...confirmed, ...warnings]);
  useSaleForm.setState({ failure: { code: 'form-changed', moneyMoved: 'no', retry: 'safe', ref: '' } });
}

/** The unclear payment instead of a record beside it: what is typed stays. Where nothing can prove it any more it is settled at once. */
export async function openUnclear(paymentId: string): Promise<void> {
  const failure = await showPayment(paymentId);
  if (failure !== null) return useSaleForm.setState({ failure });
  await mirrorShows(({ current }) => current?.id === paymentId);
  const current = useMirror.getState().snapshot?.current ?? null;
  if (current?.id === paymentId && current.state === 'unresolved') openDialog({ kind: 'settle', payment: current });
}

const isOnScreen = (paymentId: string): Promise<boolean> => mirrorShows(({ current }) => current?.id === paymentId);

let choosing = false;

/**
 * The picker's choice, and what it was asked for. The picker stays until the choice is known on the sale screen: a sale
 * started in between would go to the terminal before.
 */
export async function takeTerminal(terminalId: string): Promise<void> {
  const { dialog } = useView.getState();
  if (dialog?.kind !== 'picker' || choosing) return;
  choosing = true;
  const result = await client.chooseTerminal(terminalId);
  if (result.ok && !(await mirrorShows(({ terminals }) => terminals.chosen?.terminalId === terminalId))) await refetchSnapshot();
  choosing = false;
  if (useView.getState().dialog !== dialog) return;
  closeDialog();
  if (!result.ok) {
    useSaleForm.setState({ failure: result.error });
    return;
  }
  if (dialog.purpose === 'remember') focusAfterChoice();
  if (dialog.purpose === 'pay') await charge(terminalId, []);
  if (dialog.purpose === 'retry') await retry(dialog.payment, terminalId);
}

/**
 * The keyboard goes to the sum where that is still missing, else back to the terminal. Two frames later: by then the
 * dialog has given the focus back to what opened it, which the first choice has replaced.
 */
function focusAfterChoice(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (useSaleForm.getState().amountText === '') focusField('amount');
      else if (document.activeElement === document.body) focusField('terminal');
    }),
  );
}
