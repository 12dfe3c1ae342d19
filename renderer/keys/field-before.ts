export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** A text field as it was when the first character of a possible scan came. */
export type FieldBefore<Remembered> = {
  readonly element: TextField;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** What the program knew at that moment. */
  readonly remembered: Remembered;
};

const WRITTEN = new Set(['text', 'search', 'password', 'email', 'tel', 'url', 'number']);

/** The field that gets what is typed now. */
export function typedInto(target: EventTarget | null): TextField | null {
  if (target instanceof HTMLTextAreaElement) return target;
  return target instanceof HTMLInputElement && WRITTEN.has(target.type) ? target : null;
}

/** Plain text may keep a code: the receipt's number may well be scanned. A sum, four digits and a password may not. */
export const keepsScans = (element: TextField): boolean =>
  element.type !== 'password' && (element.inputMode === '' || element.inputMode === 'text' || element.inputMode === 'search');

export function lookAt<Remembered>(element: TextField, remembered: Remembered): FieldBefore<Remembered> {
  const { value } = element;
  return { element, value, start: element.selectionStart ?? value.length, end: element.selectionEnd ?? value.length, remembered };
}

/** What was typed since, or null where that cannot be told. */
export function typedSince({ element, value, start, end }: FieldBefore<unknown>): string | null {
  const [head, tail] = [value.slice(0, start), value.slice(end)];
  const now = element.value;
  const fits = now.length >= head.length + tail.length && now.startsWith(head) && now.endsWith(tail);
  return fits ? now.slice(head.length, now.length - tail.length) : null;
}

/** Gives a field the text back that it had, in the same way as if somebody had typed it, so that the screen follows. */
export function putBack({ element, value, start, end }: FieldBefore<unknown>): void {
  if (element.value === value) return;
  const prototype = element instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  // React overwrites `value` on each element to see what the program sets; its own setter would hide the change from it.
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
  element.dispatchEvent(new Event('input', { bubbles: true }));
  // Some kinds of fields have no selection.
  if (element.selectionStart !== null) element.setSelectionRange(start, end);
}
