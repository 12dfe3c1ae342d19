export type Place = { readonly x: number; readonly y: number };

let last: Place | null = null;

/** Where the mouse is or a finger last was; null before either was used. */
export const pointerPlace = (): Place | null => last;

/** Listens for the life of the window. */
export function watchPointerPlace(): void {
  const seen = ({ clientX, clientY }: PointerEvent): void => {
    last = { x: clientX, y: clientY };
  };
  window.addEventListener('pointermove', seen, { capture: true, passive: true });
  window.addEventListener('pointerdown', seen, true);
}
