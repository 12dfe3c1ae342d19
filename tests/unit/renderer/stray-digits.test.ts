import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStrayDigits } from '../../../renderer/keys/stray-digits.ts';

/** A screen with a sum field, which gets characters by itself once the keyboard is there. */
function screen() {
  let text = '';
  let isInField = false;
  const digits = createStrayDigits((typed) => {
    const before = { text, isInField };
    text = typed;
    isInField = true;
    return () => {
      ({ text, isInField } = before);
    };
  });
  const write = (character: string, isFast: boolean): void => {
    const digit = isInField || !/\d/.test(character) ? null : character;
    // A field's characters are never held back; elsewhere those of a scanner are.
    digits.keydown({ digit, writes: true, isFast });
    if (isInField) text += character;
  };
  return {
    text: () => text,
    /** As a person types. */
    type: (character: string) => write(character, false),
    /** As fast as a scanner. */
    fast: (character: string) => write(character, true),
    /** A key that writes nothing. */
    key: (isFast = false) => digits.keydown({ digit: null, writes: false, isFast }),
    later: (ms: number) => void vi.advanceTimersByTime(ms),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('digits typed beside every field', () => {
  it('land when no further key has followed in the time of a scanner', () => {
    const { text, type, later } = screen();
    type('1');
    expect(text()).toBe('');
    later(55);
    expect(text()).toBe('1');
  });

  it('land before the next key of a person, so that none is lost', () => {
    const { text, type, key, later } = screen();
    type('1');
    later(50);
    key();
    expect(text()).toBe('1');
  });

  it.each([46, 50, 54, 55, 60, 120])('make the sum that was typed, %i ms from digit to digit', (pace) => {
    const { text, type, later } = screen();
    for (const digit of '1250') {
      type(digit);
      later(pace);
    }
    later(200);
    expect(text()).toBe('1250');
  });

  it('make the sum that was typed where the page was busy: no timer fires between the keys', () => {
    const { text, type, later } = screen();
    for (const digit of '1250') type(digit);
    later(200);
    expect(text()).toBe('1250');
  });

  it.each(['12 50', '1 25 0', '1 2 50', '12 5 0', '1 25 05', '12 50 10'])('lose none where two fingers press at once: %s', (typed) => {
    const { text, type, fast, later } = screen();
    for (const together of typed.split(' ')) {
      const [first = '', second] = together;
      type(first);
      later(20);
      if (second !== undefined) fast(second);
      later(80);
    }
    later(200);
    expect(text()).toBe(typed.replaceAll(' ', ''));
  });

  it.each(['123', '12345678', '1A2', 'A12'])('never land as the first characters of a scan: %s', (code) => {
    const { text, type, fast, key, later } = screen();
    [...code].forEach((character, place) => {
      if (place === 0) type(character);
      else fast(character);
    });
    key(true);
    later(1_000);
    expect(text()).toBe('');
  });

  it('never land as a code of two with the Enter of a scanner', () => {
    const { text, type, fast, key, later } = screen();
    type('1');
    fast('2');
    key(true);
    later(1_000);
    expect(text()).toBe('');
  });

  it('are taken back where a busy PC let the first one land before the others', () => {
    const { text, type, fast, later } = screen();
    type('1');
    later(60);
    expect(text()).toBe('1');
    fast('2');
    fast('3');
    expect(text()).toBe('');
  });

  it('stay once a person has typed on, also if a scan follows', () => {
    const { text, type, fast, later } = screen();
    type('1');
    later(50);
    type('7');
    fast('8');
    fast('9');
    // What the field itself got of the scan is put back when the scan is over.
    expect(text().startsWith('1')).toBe(true);
    expect(text()).not.toContain('7');
    later(200);
    expect(text()).not.toContain('7');
  });
});
