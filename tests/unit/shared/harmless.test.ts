import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from '../../../shared/cut-text.ts';
import { harmless, holdsHidden } from '../../../shared/harmless.ts';
import { MAX_REFERENCE_LENGTH, readReference } from '../../../shared/reference.ts';

const graphemes = (text: string): string[] =>
  [...new Intl.Segmenter('fi', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
const SIGNS = [
  '\u202e',
  '\u202d',
  '\u2066',
  '\u200f',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\0',
  '\u001b[31m',
  '\b',
  '\r',
  '\n',
  '\u0085',
  '\u2028',
  '\u00ad',
  '\u3164',
  '\u{e0041}',
];

describe('a text of others on its way to a screen, a printer or the log', () => {
  it.each(SIGNS)('is harmless without %j', (sign) => {
    expect(harmless(`VISA ${sign}4242`, 80)).toMatch(/^VISA \s?(?:\[31m)?4242$/);
    expect(holdsHidden(harmless(`a${sign}b`, 80))).toBe(false);
  });

  it('is one line that shows what it holds, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 0, max: 60 }), (text, longest) => {
        const line = harmless(text, longest);
        expect(line.length).toBeLessThanOrEqual(longest);
        expect(holdsHidden(line)).toBe(false);
        expect(line.isWellFormed()).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['Mäkinen', '山田', 'مطعم', '❤️', '👩‍👩‍👧‍👦', '👍🏽', '🇫🇮', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣'])('stays as it is: %s', (text) => {
    expect(harmless(text, 80)).toBe(text);
    expect(holdsHidden(text)).toBe(false);
  });
});

describe('an emoji in a reference', () => {
  it.each(['❤️', 'häät ❤️ 12', '👩‍👩‍👧‍👦 perhe', '👍🏽', '🏳️‍🌈', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '☀️', '1️⃣ kerros'])('is what it is, and hides nothing: %s', (text) => {
    expect(readReference(text)).toEqual({ ok: true, value: text });
  });

  it.each(['R\u200d1001', '\u200d❤', '❤\u200d', 'R\ufe0f1001', '4\ufe0f1', '\u{e0041}\u{e0042}'])(
    'lets no joiner through that joins none: %j',
    (text) => {
      expect(readReference(text)).toEqual({ ok: false, error: 'control-characters' });
    },
  );

  it('hides no card number', () => {
    for (const emoji of ['❤️', '👩‍👧', '🏴󠁧󠁢󠁥󠁮󠁧󠁿']) expect(readReference(['4111', '1111', '1111', '1111'].join(emoji)).ok).toBe(false);
    const keys = [...'4111111111111111'].map((digit) => `${digit}\ufe0f\u20e3`).join('');
    expect(readReference(keys).ok).toBe(false);
  });
});

describe('a text that is cut', () => {
  it.each([
    ['an emoji', 'a'.repeat(79), '👍'],
    ['a family', 'a'.repeat(75), '👩‍👩‍👧‍👦'],
    ['a letter in parts', 'a'.repeat(79), 'a\u0308'],
    ['a flag', 'a'.repeat(78), '🇫🇮'],
  ])('holds no half of %s', (_what, before, last) => {
    expect(cutText(before + last, MAX_REFERENCE_LENGTH)).toBe(before);
    expect(cutText(before.slice(last.length) + last, MAX_REFERENCE_LENGTH)).toBe(before.slice(last.length) + last);
  });

  it('is whole graphemes of its beginning, as many as fit', () => {
    const scraps = fc.array(fc.constantFrom('a', 'ä', 'a\u0308', '👍', '👩‍👩‍👧‍👦', '🇫🇮', ' ', '4'), { maxLength: 30 });
    fc.assert(
      fc.property(scraps, fc.integer({ min: 1, max: 60 }), (parts, longest) => {
        const text = parts.join('');
        const cut = cutText(text, longest);
        const whole = graphemes(text);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(longest);
        const count = graphemes(cut).length;
        if (cut !== '' && longest >= 11) expect(graphemes(cut)).toEqual(whole.slice(0, count));
        if (longest >= 11) expect(cut.length + (whole[count]?.length ?? longest)).toBeGreaterThan(longest - 1);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is cut all the same under a heap of marks', () => {
    expect(cutText(`a${'\u0308'.repeat(10_000)}`, 80)).toHaveLength(80);
  });
});
