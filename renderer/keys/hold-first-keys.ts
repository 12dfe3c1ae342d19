import { FAST_MS } from './scan-detector.ts';

/** A little longer than the gap to a scan's second character. */
const HOLD_MS = FAST_MS + 10;

/**
 * A scan's first character looks like a person's key. Where it would act at once (Space on a button, a letter in a list), it is held until
 * a second character would have come. A person does not notice this delay.
 */
export function holdFirstKeys(isAlone: (at: number) => boolean): { readonly keydown: (event: KeyboardEvent) => void } {
  let space: { readonly at: number; readonly target: EventTarget | null } | null = null;

  const later = (at: number, target: HTMLElement, action: () => void): void => {
    setTimeout(() => {
      // If the focus has moved, the key was meant for something that is gone.
      if (isAlone(at) && target.isConnected && document.activeElement === target) action();
    }, HOLD_MS);
  };

  // Listens in the bubbling phase: a screen that holds the key back has stopped it by then.
  window.addEventListener('keyup', (event) => {
    const pressed = space;
    if (event.code !== 'Space' || pressed === null) return;
    space = null;
    const { target } = event;
    const taken = event.defaultPrevented || target !== pressed.target || !(target instanceof HTMLElement);
    if (taken || event.timeStamp - pressed.at > FAST_MS) return;
    event.preventDefault();
    later(pressed.at, target, () => target.click());
  });

  return {
    keydown: (event) => {
      const { target, timeStamp } = event;
      space = null;
      if (!(target instanceof HTMLElement)) return;
      const inList = target.closest('[role=listbox]') !== null;
      if (inList && event.code !== 'Space') {
        event.preventDefault();
        event.stopImmediatePropagation();
        const { key, code, shiftKey, altKey } = event;
        const again = new KeyboardEvent('keydown', { key, code, shiftKey, altKey, bubbles: true, cancelable: true });
        later(timeStamp, target, () => target.dispatchEvent(again));
      } else if (!inList && event.code === 'Space') space = { at: timeStamp, target };
    },
  };
}
