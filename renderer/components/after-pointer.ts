let down = false;
const setDown = (now: boolean): void => {
  down = now;
};

/** Listens for the life of the window. */
export function watchPointer(): void {
  window.addEventListener('pointerdown', () => setDown(true), true);
  window.addEventListener('pointerup', () => setDown(false), true);
  window.addEventListener('pointercancel', () => setDown(false), true);
}

/**
 * Does something at once, or, while a mouse button or a finger is down, after the click. A field loses the focus as soon as the press
 * begins. A message that appears under it then would move the pressed button, and the click would be lost.
 */
export function afterPointer(action: () => void): void {
  if (!down) {
    action();
    return;
  }
  const later = (): void => {
    window.removeEventListener('pointerup', later, true);
    window.removeEventListener('pointercancel', later, true);
    setTimeout(action, 0);
  };
  window.addEventListener('pointerup', later, true);
  window.addEventListener('pointercancel', later, true);
}
