import { MAX_SEARCH_LENGTH } from '../../shared/history-terms.ts';
import { readReference } from '../../shared/reference.ts';
import { keepsScans } from '../keys/field-before.ts';
import type { Scan } from '../keys/scan-run.ts';
import { isCovered } from '../stores/covered.ts';
import { askFor } from '../stores/history.ts';
import { useMirror } from '../stores/mirror.ts';
import { type SaleForm, showProblems, takeBackAmount, typeInForm, useSaleForm } from '../stores/sale-form.ts';
import { useView } from '../stores/view.ts';
import { fieldIds } from './sale-fields.ts';

/** A scan on a free sale screen is a booking number: it goes into Viite, wherever the focus was. */
export function takeScan({ text, fields }: Scan<SaleForm>): void {
  for (const { element, value, remembered } of fields) {
    if (element.id !== fieldIds.amount) continue;
    const { amountText } = useSaleForm.getState();
    // Not if the form has become another one meanwhile.
    if (amountText === value || amountText === element.value) takeBackAmount(remembered);
  }
  if (isOnPayments()) {
    if (text !== null && text.trim() !== '') askFor({ text: text.trim().slice(0, MAX_SEARCH_LENGTH) });
    return;
  }
  if (!isSaleFree()) return;
  const reference = fields.find(({ element }) => element.id === fieldIds.reference);
  // A receipt number scanned into its own field stays there.
  if (fields.some((field) => field !== reference && keepsScans(field.element))) return;

  const read = text === null || text.trim() === '' ? null : readReference(text);
  if (read?.ok === true) {
    typeInForm({ reference: read.value });
    return;
  }
  if (reference !== undefined) typeInForm({ reference: reference.value });
  showProblems({ reference: read === null ? 'scan-unreadable' : `scan-${read.error}` });
}

/** The payments are on the screen: a scanned booking number is looked for there. */
const isOnPayments = (): boolean =>
  useView.getState().page === 'payments' && !isCovered() && (useMirror.getState().snapshot?.current ?? null) === null;

/** True if a sale can be typed: no dialog is open, nothing is being sent, and no payment is being retried. */
export function isSaleFree(): boolean {
  const onScreen = document.getElementById(fieldIds.reference) !== null;
  const { pending } = useSaleForm.getState();
  // What Willba asks for has its reference already.
  const asked = (useMirror.getState().snapshot?.form.request ?? null) !== null;
  return onScreen && !asked && !pending && !isCovered() && useMirror.getState().snapshot !== null && useView.getState().held === null;
}
