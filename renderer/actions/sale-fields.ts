/** The fields of the sale screen and their ids in the document. */
export const fieldIds = {
  amount: 'sale-amount',
  reference: 'sale-reference',
  terminal: 'terminal-change',
  lastFour: 'manual-last-four',
  receipt: 'manual-receipt',
  reason: 'manual-reason',
  pay: 'sale-pay',
} as const;
export type FieldName = keyof typeof fieldIds;

/** Moves the keyboard to a field, with its text selected, so that typing replaces it. */
export function focusField(name: FieldName): void {
  const field = document.getElementById(fieldIds[name]);
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}

/** The amount field, with the focus in it; null if its sum cannot be changed now. */
function amountToType(): HTMLInputElement | null {
  const field = document.getElementById(fieldIds.amount);
  if (!(field instanceof HTMLInputElement) || field.readOnly) return null;
  if (document.activeElement !== field) {
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }
  return field;
}

/** Puts the text in as typing would, so that React notices. */
function put(field: HTMLInputElement, text: string, from: number, to: number): void {
  field.setRangeText(text, from, to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** A key of the keypad: its character goes to the caret, or in the place of what is selected. */
export function typeInAmount(character: string): void {
  const field = amountToType();
  if (field !== null) put(field, character, field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length);
}

/** Erases what is selected, or the character before the caret. */
export function eraseInAmount(): void {
  const field = amountToType();
  if (field === null) return;
  const to = field.selectionEnd ?? field.value.length;
  const from = field.selectionStart ?? to;
  put(field, '', from === to ? Math.max(0, to - 1) : from, to);
}
