import { describe, expect, it } from 'vitest';
import { createClickGuard } from '../../../renderer/keys/click-guard.ts';

const opened = (pointer: { x: number; y: number } | null = null) => createClickGuard({ at: 1_000, settlingMs: 700, pointer });
const click = (detail: number, clientX = 400, clientY = 500) => ({ detail, clientX, clientY });

describe('the click guard of a screen that just opened', () => {
  it('holds the second half of a double click that began on the screen before', () => {
    const guard = opened();
    guard.pressed({ detail: 2 });
    expect(guard.counts(click(2), 1_300)).toBe(false);
    expect(guard.counts(click(3), 1_699)).toBe(false);
    expect(guard.counts(click(2), 1_700)).toBe(true);
  });

  it('counts a double click that began here, however soon', () => {
    const guard = opened();
    guard.pressed({ detail: 1 });
    expect(guard.counts(click(1), 1_100)).toBe(true);
    guard.pressed({ detail: 2 });
    expect(guard.counts(click(2), 1_150)).toBe(true);
  });

  it('counts single clicks, and clicks of the keyboard, at once', () => {
    expect(opened().counts(click(1), 1_000)).toBe(true);
    expect(opened().counts(click(0), 1_000)).toBe(true);
  });

  it('holds a click that was made before the screen was there', () => {
    expect(opened().counts(click(1), 999)).toBe(false);
    expect(opened().counts(click(0), 999)).toBe(true);
  });

  it('holds one more press at the place where the pointer was when the question opened', () => {
    const guard = opened({ x: 400, y: 500 });
    guard.pressed({ detail: 1 });
    expect(guard.counts(click(1), 1_050)).toBe(false);
    expect(guard.counts(click(1, 410, 490), 1_699)).toBe(false);
    expect(guard.counts(click(1), 1_700)).toBe(true);
    expect(guard.counts(click(0), 1_050)).toBe(true);
    expect(guard.counts(click(1, 440, 500), 1_050)).toBe(true);
  });

  it('counts a press at that place once the pointer has been elsewhere and come back', () => {
    const guard = opened({ x: 400, y: 500 });
    guard.moved({ x: 410, y: 505 });
    expect(guard.counts(click(1), 1_050)).toBe(false);
    guard.moved({ x: 600, y: 200 });
    expect(guard.counts(click(1), 1_200)).toBe(true);
  });
});
