import { putBack } from '../keys/field-before.ts';
import { takeBackAmount, useSaleForm } from '../stores/sale-form.ts';
import { fieldIds } from './sale-fields.ts';
import { isSaleFree } from './take-scan.ts';

/**
 * Digits that were typed beside the fields of a free sale screen begin a new sum.
 *
 * @returns what takes them back; null if no sum can be typed now
 */
export function landDigits(digits: string): (() => void) | null {
  const field = document.getElementById(fieldIds.amount);
  if (!(field instanceof HTMLInputElement) || field.readOnly || !isSaleFree()) return null;
  const before = useSaleForm.getState();
  const focused = document.activeElement;
  field.focus();
  putBack({ element: field, value: digits, start: digits.length, end: digits.length, remembered: null });
  // The next digit, which may already be under way, follows this one.
  field.setSelectionRange(digits.length, digits.length);
  return () => {
    takeBackAmount(before);
    if (focused instanceof HTMLElement && focused !== document.body) focused.focus();
    else field.blur();
  };
}
