let down = false;

/** Listens for the life of the window. */
export function watchPointer(): void {
  window.addEventListener('pointerdown', () => (down = true), true);
  window.addEventListener('pointerup', () => (down = false), true);
  window.addEventListener('pointercancel', () => (down = false), true);
}

/**
 * Does something at once, or, while a button of the mouse or a finger is down, after the click that it makes. A field is
 * left the moment the press begins: a sentence that appears under it then would push the pressed button away, and the
 * click would be lost.
 */
export function afterPointer(action: () => void): void {
  if (!down) return action();
  const later = (): void => {
    window.removeEventListener('pointerup', later, true);
    window.removeEventListener('pointercancel', later, true);
    setTimeout(action, 0);
  };
  window.addEventListener('pointerup', later, true);
  window.addEventListener('pointercancel', later, true);
}
