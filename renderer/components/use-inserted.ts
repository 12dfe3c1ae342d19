import { type RefObject, useLayoutEffect } from 'react';

/**
 * Checks text before it is in the field: pasted, dropped, or put in by another program. The field itself would silently drop line breaks
 * and keep invisible characters.
 *
 * @param read returns the text to put in, or null to put in nothing
 */
export function useInserted(field: RefObject<HTMLInputElement | null>, read: ((raw: string) => string | null) | undefined): void {
  useLayoutEffect(() => {
    const input = field.current;
    if (input === null || read === undefined) return;
    const judge = (event: InputEvent): void => {
      const raw = event.data ?? event.dataTransfer?.getData('text/plain') ?? null;
      if (raw === null) return;
      const text = read(raw);
      if (text === raw) return;
      event.preventDefault();
      if (text === null) return;
      const { selectionStart, selectionEnd, value } = input;
      const isDropped = event.inputType === 'insertFromDrop';
      // The place of the drop is not known here, so dropped text replaces the whole field.
      input.setRangeText(text, isDropped ? 0 : (selectionStart ?? 0), isDropped ? value.length : (selectionEnd ?? value.length), 'end');
      input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: event.inputType, data: text }));
    };
    input.addEventListener('beforeinput', judge);
    return () => input.removeEventListener('beforeinput', judge);
  }, [field, read]);
}
