import { useEffectEvent, useLayoutEffect } from 'react';
import { createClickGuard } from './click-guard.ts';
import { createKeyGuard, SETTLING_MS } from './key-guard.ts';
import { pointerPlace } from './pointer-place.ts';
import { pressedKeys } from './pressed-keys.ts';

/** Keys that move a person about a screen. They change nothing, so they are never held back. */
const HARMLESS = new Set(['Tab', 'ShiftLeft', 'ShiftRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);

/**
 * Keys of a whole-window screen, for as long as it is open. Presses are judged by when the system had them: one that waited
 * while the page was busy opening this screen was meant for the one before. `overPointer`: it opens over what was pressed,
 * so a click that the pointer did not move for is not meant for it either.
 */
export function useGuardedKeys(settlingMs: number, onKey: (event: KeyboardEvent) => void, overPointer = false): void {
  const handle = useEffectEvent(onKey);
  // With the screen's first paint and not after it: who sees it can press.
  useLayoutEffect(() => {
    const at = performance.now();
    const guard = createKeyGuard({ at, settlingMs, held: pressedKeys() });
    const clicks = createClickGuard({ at, settlingMs: SETTLING_MS, pointer: overPointer ? pointerPlace() : null });
    const hold = (event: Event): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    const keydown = (event: KeyboardEvent): void => {
      if (HARMLESS.has(event.code)) return;
      if (guard.counts(event, event.timeStamp)) handle(event);
      else hold(event);
    };
    const keyup = (event: KeyboardEvent): void => {
      if (!guard.counts({ code: event.code, repeat: false }, event.timeStamp) && event.code === 'Space') hold(event);
      guard.released(event.code);
    };
    const mousedown = (event: MouseEvent): void => clicks.pressed(event);
    const pointermove = ({ clientX: x, clientY: y }: PointerEvent): void => clicks.moved({ x, y });
    const click = (event: MouseEvent): void => {
      if (!clicks.counts(event, event.timeStamp)) hold(event);
    };
    window.addEventListener('keydown', keydown, true);
    window.addEventListener('keyup', keyup, true);
    window.addEventListener('mousedown', mousedown, true);
    window.addEventListener('pointermove', pointermove, { capture: true, passive: true });
    window.addEventListener('click', click, true);
    window.addEventListener('dblclick', click, true);
    return () => {
      window.removeEventListener('keydown', keydown, true);
      window.removeEventListener('keyup', keyup, true);
      window.removeEventListener('mousedown', mousedown, true);
      window.removeEventListener('pointermove', pointermove, true);
      window.removeEventListener('click', click, true);
      window.removeEventListener('dblclick', click, true);
    };
  }, [settlingMs, overPointer]);
}
