import { useLayoutEffect, useState } from 'react';
import { fieldIds } from '../../actions/sale-fields.ts';

const isIn = (target: EventTarget | null, selector: string): boolean => target instanceof Element && target.closest(selector) !== null;

/**
 * Whether the sum is typed by finger: from a touch of the amount until the mouse or the keyboard is used, or another field is touched. The
 * events of a finger are never a mouse's here, and what the keypad types is no key.
 */
export function useTouch(): boolean {
  const [touched, setTouched] = useState(false);
  useLayoutEffect(() => {
    const pointed = ({ pointerType, target, type }: PointerEvent): void => {
      if (pointerType === 'mouse') setTouched(false);
      else if (pointerType === 'touch' && type === 'pointerdown' && isIn(target, '.field--sum')) setTouched(true);
    };
    const keyed = (event: KeyboardEvent): void => {
      if (event.isTrusted) setTouched(false);
    };
    const focused = ({ target }: FocusEvent): void => {
      if (isIn(target, 'input:not([type=radio])') && target instanceof Element && target.id !== fieldIds.amount) setTouched(false);
    };
    window.addEventListener('pointerdown', pointed, true);
    window.addEventListener('pointermove', pointed, { capture: true, passive: true });
    window.addEventListener('keydown', keyed, true);
    window.addEventListener('focusin', focused);
    return () => {
      window.removeEventListener('pointerdown', pointed, true);
      window.removeEventListener('pointermove', pointed, true);
      window.removeEventListener('keydown', keyed, true);
      window.removeEventListener('focusin', focused);
    };
  }, []);
  return touched;
}
