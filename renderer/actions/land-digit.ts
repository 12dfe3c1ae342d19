import { putBack } from '../keys/field-before.ts';
import { takeBackAmount, useSaleForm } from '../stores/sale-form.ts';
import { fieldIds } from './sale-fields.ts';
import { isSaleFree } from './take-scan.ts';

/**
 * A digit that was typed beside the fields of a free sale screen begins a new sum.
 *
 * @returns what takes it back; null if no sum can be typed now
 */
export function landDigit(digit: string): (() => void) | null {
  const field = document.getElementById(fieldIds.amount);
  if (!(field instanceof HTMLInputElement) || field.readOnly || !isSaleFree()) return null;
  const before = useSaleForm.getState();
  const focused = document.activeElement;
  field.focus();
  putBack({ element: field, value: digit, start: 1, end: 1, remembered: null });
  // The next digit, which may already be under way, follows this one.
  field.setSelectionRange(1, 1);
  return () => {
    takeBackAmount(before);
    if (focused instanceof HTMLElement && focused !== document.body) focused.focus();
    else field.blur();
  };
}
