const pressed = new Set<string>();

/** The keys that are down now, by their physical position. */
export const pressedKeys = (): ReadonlySet<string> => pressed;

/** Listens as long as the window exists. A window without the focus misses releases, so all keys are forgotten when it loses the focus. */
export function watchPressedKeys(): void {
  window.addEventListener('keydown', (event) => pressed.add(event.code), true);
  window.addEventListener('keyup', (event) => pressed.delete(event.code), true);
  window.addEventListener('blur', () => pressed.clear());
}
