import { createClickGuard } from '../keys/click-guard.ts';
import { SETTLING_MS } from '../keys/key-guard.ts';
import { useView } from '../stores/view.ts';

/**
 * The second half of a double click that closed a dialog, or took the cover off, must not press what lies under it: that may be Maksa, with
 * a sum that was typed minutes ago.
 */
export function guardWhatWasUnder(): void {
  let guard: ReturnType<typeof createClickGuard> | null = null;
  useView.subscribe((now, before) => {
    const closes = (before.covered && !now.covered) || (before.dialog !== null && now.dialog === null) || (before.keys && !now.keys);
    if (closes) guard = createClickGuard({ at: performance.now(), settlingMs: SETTLING_MS, pointer: null });
  });
  const click = (event: MouseEvent): void => {
    if (guard === null || guard.counts(event, event.timeStamp)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('mousedown', (event) => guard?.pressed(event), true);
  window.addEventListener('click', click, true);
  window.addEventListener('dblclick', click, true);
}
