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
