import { FAST_MS } from './scan-detector.ts';

/** A little more than the time in which the second character of a scan would have come. */
const HOLD_MS = FAST_MS + 10;

/**
 * The first character of a scan cannot be told from a person's. Where it would do something at once (Space on a button,
 * a letter in a list) it waits until the second one would have been there; a person does not notice.
 */
export function holdFirstKeys(isAlone: (at: number) => boolean): { readonly keydown: (event: KeyboardEvent) => void } {
  let space: { readonly at: number; readonly target: EventTarget | null } | null = null;

  const later = (at: number, target: HTMLElement, action: () => void): void => {
    setTimeout(() => {
      // Where the focus has gone on, the key was meant for what is not there any more.
      if (isAlone(at) && target.isConnected && document.activeElement === target) action();
    }, HOLD_MS);
  };

  // On the way back up: a screen that holds the key back has stopped it by now.
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
