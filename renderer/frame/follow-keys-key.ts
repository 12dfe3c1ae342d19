import { showKeys } from '../stores/view.ts';

/** F1 shows the keys of this screen. In the last phase, so that a screen that holds its first keys back holds this one back as well. */
export function followKeysKey(): void {
  window.addEventListener('keydown', (event) => {
    if (event.key !== 'F1' || event.repeat || event.defaultPrevented) return;
    event.preventDefault();
    showKeys();
  });
}
