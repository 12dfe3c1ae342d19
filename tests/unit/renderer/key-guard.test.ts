import { describe, expect, it } from 'vitest';
import { createKeyGuard, SETTLING_MS } from '../../../renderer/keys/key-guard.ts';

const press = (code: string, repeat = false) => ({ code, repeat });
const opened = (held: string[] = []) => createKeyGuard({ at: 1_000, settlingMs: SETTLING_MS, held });

describe('the key guard of an outcome', () => {
  it('counts no key in the first 700 ms', () => {
    const guard = opened();
    expect(guard.counts(press('Enter'), 1_000)).toBe(false);
    expect(opened().counts(press('Enter'), 1_699)).toBe(false);
    expect(opened().counts(press('Enter'), 1_700)).toBe(true);
  });

  it('counts no key that repeats, however long ago the screen opened', () => {
    expect(opened().counts(press('Enter', true), 60_000)).toBe(false);
  });

  it('counts a key held since the screen before only after it was let go', () => {
    const guard = opened(['Enter']);
    expect(guard.counts(press('Enter'), 5_000)).toBe(false);
    expect(guard.counts(press('F5'), 5_000)).toBe(true);
    guard.released('Enter');
    expect(guard.counts(press('Enter'), 6_000)).toBe(true);
  });

  it('counts a key pressed too early only after it was let go, too', () => {
    const guard = opened();
    expect(guard.counts(press('Enter'), 1_100)).toBe(false);
    expect(guard.counts(press('Enter'), 2_000)).toBe(false);
    guard.released('Enter');
    expect(guard.counts(press('Enter'), 2_100)).toBe(true);
  });

  it('counts at once where the screen needs no settling', () => {
    expect(createKeyGuard({ at: 1_000, settlingMs: 0, held: [] }).counts(press('F9'), 1_000)).toBe(true);
  });
});
