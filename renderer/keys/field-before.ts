export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** A text field as it was before the first character of a possible scan. */
export type FieldBefore<Remembered> = {
  readonly element: TextField;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** What `remember` returned at that moment. */
  readonly remembered: Remembered;
};

const WRITTEN = new Set(['text', 'search', 'password', 'email', 'tel', 'url', 'number']);

/** The field that gets typed text. */
export function typedInto(target: EventTarget | null): TextField | null {
  if (target instanceof HTMLTextAreaElement) return target;
  return target instanceof HTMLInputElement && WRITTEN.has(target.type) ? target : null;
}

/** A plain text field may keep a scanned code, such as a receipt's number. A sum, the last four digits and a password may not. */
export const keepsScans = (element: TextField): boolean =>
  element.type !== 'password' && (element.inputMode === '' || element.inputMode === 'text' || element.inputMode === 'search');

export function lookAt<Remembered>(element: TextField, remembered: Remembered): FieldBefore<Remembered> {
  const { value } = element;
  return { element, value, start: element.selectionStart ?? value.length, end: element.selectionEnd ?? value.length, remembered };
}

/** What was typed since, or null if that is not known. */
export function typedSince({ element, value, start, end }: FieldBefore<unknown>): string | null {
  const [head, tail] = [value.slice(0, start), value.slice(end)];
  const now = element.value;
  const fits = now.length >= head.length + tail.length && now.startsWith(head) && now.endsWith(tail);
  return fits ? now.slice(head.length, now.length - tail.length) : null;
}

/** Restores a field's text in the same way as typing would, so that React notices. */
export function putBack({ element, value, start, end }: FieldBefore<unknown>): void {
  if (element.value === value) return;
  const prototype = element instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  // React replaces `value` on each element to see changes by the program; with that setter it would ignore this one.
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
  element.dispatchEvent(new Event('input', { bubbles: true }));
  // Some kinds of fields have no selection.
  if (element.selectionStart !== null) element.setSelectionRange(start, end);
}
