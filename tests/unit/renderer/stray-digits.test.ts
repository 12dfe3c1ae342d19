import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStrayDigits } from '../../../renderer/keys/stray-digits.ts';

/** A screen that shows what landed. */
function screen() {
  let text = '';
  const digits = createStrayDigits((digit) => {
    const before = text;
    text = digit;
    return () => {
      text = before;
    };
  });
  return {
    text: () => text,
    digit: (digit: string, isScan = false) => digits.keydown({ digit, isScan }),
    key: (isScan = false) => digits.keydown({ digit: null, isScan }),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a digit typed beside every field', () => {
  it('lands when no second key has followed in the time of a scanner', () => {
    const { text, digit } = screen();
    digit('1');
    expect(text()).toBe('');
    vi.advanceTimersByTime(55);
    expect(text()).toBe('1');
  });

  it('lands before the next key of a person, so that none is lost', () => {
    const { text, digit, key } = screen();
    digit('1');
    vi.advanceTimersByTime(50);
    key();
    expect(text()).toBe('1');
  });

  it('never lands as the first character of a scan', () => {
    const { text, digit } = screen();
    digit('1');
    digit('2', true);
    digit('3', true);
    vi.advanceTimersByTime(1_000);
    expect(text()).toBe('');
  });

  it('is taken back where a busy PC let it land before the second character', () => {
    const { text, digit } = screen();
    digit('1');
    vi.advanceTimersByTime(60);
    expect(text()).toBe('1');
    digit('2', true);
    expect(text()).toBe('');
  });

  it('stays once a person has typed on, also if a scan follows', () => {
    const { text, digit, key } = screen();
    digit('1');
    vi.advanceTimersByTime(60);
    key();
    key(true);
    expect(text()).toBe('1');
  });
});
