let before: Element | null = null;

/** For the press on a button that opens a dialog, before that press takes the focus away from a field. */
export const noteFocus = (): void => {
  before = document.activeElement;
};

/**
 * The field that somebody was in has the focus again. It waits two frames: first the dialog returns the focus to its button, which is right
 * for whoever opened it by keyboard.
 */
export function returnFocus(): void {
  const element = before;
  before = null;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (element instanceof HTMLElement && element !== document.body && element.isConnected) element.focus({ preventScroll: true });
    }),
  );
}
