import { useEffectEvent, useLayoutEffect } from 'react';
import { createClickGuard } from './click-guard.ts';
import { createKeyGuard, SETTLING_MS } from './key-guard.ts';
import { pointerPlace } from './pointer-place.ts';
import { pressedKeys } from './pressed-keys.ts';

/** Keys that only move the focus. They change nothing, so they are never held back. */
const HARMLESS = new Set(['Tab', 'ShiftLeft', 'ShiftRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);

/**
 * Handles the keys of a full-window screen while it is open. Presses are judged by the time at which the system received them: one that
 * waited while the page was busy was meant for the previous screen. `overPointer`: the screen opens over what was pressed, so a click
 * without a move of the pointer is not meant for it either.
 */
export function useGuardedKeys(settlingMs: number, onKey: (event: KeyboardEvent) => void, overPointer = false): void {
  const handle = useEffectEvent(onKey);
  // With the screen's first paint and not after it: as soon as it is visible, somebody can press.
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
