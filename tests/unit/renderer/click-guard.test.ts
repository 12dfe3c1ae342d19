import { describe, expect, it } from 'vitest';
import { createClickGuard } from '../../../renderer/keys/click-guard.ts';

const opened = () => createClickGuard({ at: 1_000, settlingMs: 700 });

describe('the click guard of a screen that just opened', () => {
  it('holds the second half of a double click that began on the screen before', () => {
    const guard = opened();
    guard.pressed({ detail: 2 });
    expect(guard.counts({ detail: 2 }, 1_300)).toBe(false);
    expect(guard.counts({ detail: 3 }, 1_699)).toBe(false);
    expect(guard.counts({ detail: 2 }, 1_700)).toBe(true);
  });

  it('counts a double click that began here, however soon', () => {
    const guard = opened();
    guard.pressed({ detail: 1 });
    expect(guard.counts({ detail: 1 }, 1_100)).toBe(true);
    guard.pressed({ detail: 2 });
    expect(guard.counts({ detail: 2 }, 1_150)).toBe(true);
  });

  it('counts single clicks, and clicks of the keyboard, at once', () => {
    expect(opened().counts({ detail: 1 }, 1_000)).toBe(true);
    expect(opened().counts({ detail: 0 }, 1_000)).toBe(true);
  });
});
