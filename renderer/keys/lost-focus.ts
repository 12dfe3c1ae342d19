/** An element to which the keyboard comes back, in the order of preference. A screen marks its own with `data-home`. */
const HOMES = ['button[data-home]', '[data-home]', '[role=grid]', '#sale-amount'];
/** Frames in which a closing dialog gives the focus back to what opened it. */
const FRAMES = 3;

/**
 * Listens as long as the window exists. If what had the focus is taken from the screen, the focus would fall to the page, where keys and a
 * screen reader are nowhere. It goes to the screen's own place instead. A click beside everything is no such loss.
 */
export function watchLostFocus(): void {
  let last: Element | null = null;
  let waiting = false;

  const look = (frames: number): void => {
    if (frames > 0) {
      requestAnimationFrame(() => look(frames - 1));
      return;
    }
    waiting = false;
    if (last === null || last.isConnected || document.activeElement !== document.body) return;
    // A dialog takes the focus by itself.
    if (document.querySelector('.overlay') !== null) return;
    const home = HOMES.map((selector) => document.querySelector<HTMLElement>(selector)).find((element) => element !== null);
    // A screen that is still being read has none yet: its next change asks again.
    if (home == null) return;
    last = null;
    home.focus();
  };
  const lookSoon = (): void => {
    if (waiting || last === null || last.isConnected) return;
    waiting = true;
    look(FRAMES);
  };

  window.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) last = target;
  });
  window.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (relatedTarget !== null) return;
    // An element that is being taken away may lose the focus a moment before it is gone.
    queueMicrotask(() => {
      if (target === last && last?.isConnected === true && document.hasFocus()) last = null;
    });
  });
  new MutationObserver(lookSoon).observe(document.documentElement, { childList: true, subtree: true });
}
