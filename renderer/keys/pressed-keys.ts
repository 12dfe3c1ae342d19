const pressed = new Set<string>();

/** The keys that are down now, by their place on the keyboard. */
export const pressedKeys = (): ReadonlySet<string> => pressed;

/** Listens for the life of the window. A window that lost the focus missed the releases, so it forgets. */
export function watchPressedKeys(): void {
  window.addEventListener('keydown', (event) => pressed.add(event.code), true);
  window.addEventListener('keyup', (event) => pressed.delete(event.code), true);
  window.addEventListener('blur', () => pressed.clear());
}
