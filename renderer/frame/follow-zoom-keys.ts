import { zoomKey } from '../keys/zoom-key.ts';
import { client } from '../pos-client.ts';

/** The size of everything, by key. Heard before any screen, on every one of them. */
export function followZoomKeys(): void {
  window.addEventListener(
    'keydown',
    (event) => {
      const way = zoomKey(event);
      if (way === null) return;
      event.preventDefault();
      void client.stepZoom(way);
    },
    true,
  );
}
