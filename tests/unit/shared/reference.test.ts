import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSameReference,
  MAX_REASON_LENGTH,
  MAX_REFERENCE_LENGTH,
  nameKey,
  readLastFour,
  readReference,
  readText,
  referenceKey,
} from '../../../shared/reference.ts';
import { cpuMs } from '../../support/cpu-time.ts';

describe('a booking reference', () => {
  it.each<[string, string]>([
    ['R-1001', 'R-1001'],
    ['  R-1001 ', 'R-1001'],
    ['Mäkinen, huone 12', 'Mäkinen, huone 12'],
    ['', ''],
    ['   ', ''],
    ['R-1001\n', 'R-1001'],
    ['Ma\u0308kinen', 'Mäkinen'],
    ['山田 👍', '山田 👍'],
    ["'; DROP TABLE payments; --", "'; DROP TABLE payments; --"],
  ])('%j is kept as %j: a walk-in guest has none', (text, reference) => {
    expect(readReference(text)).toEqual({ ok: true, value: reference });
  });

  it('may be 80 characters long, blanks around it not counted', () => {
    expect(MAX_REFERENCE_LENGTH).toBe(80);
    expect(readReference(`  ${'a'.repeat(80)}  `)).toEqual({ ok: true, value: 'a'.repeat(80) });
    expect(readReference('a'.repeat(81))).toEqual({ ok: false, error: 'too-long' });
  });

  it('of 10,000 characters is refused at once, whatever they are', () => {
    const took = cpuMs(() => {
      for (const text of ['a', '4', '4111 ', 'ä', '\u0308', ' '].map((one) => one.repeat(10_000))) {
        expect(readReference(text)).toEqual({ ok: false, error: 'too-long' });
      }
    });
    expect(took).toBeLessThan(1_000);
  });

  it.each([
    ['a line break', 'R-1001\nR-1002'],
    ['a tab', 'R\t1001'],
    ['a null', 'R\u00001001'],
    ['an escape', 'R\u001b[31m1001'],
    ['a delete', 'R\u007f1001'],
    ['a next-line', 'R\u00851001'],
    ['a line separator', 'R\u20281001'],
    ['a sign that turns the reading direction', 'R\u202e1001'],
    ['a sign that hides text', 'R\u200b1001'],
    ['a joiner', 'R\u200d1001'],
    ['an isolate', 'R\u20671001'],
    ['a byte order mark', 'R\ufeff1001'],
    ['a soft hyphen, which is not shown', 'R\u00ad1001'],
  ])('with %s is refused', (_what, text) => {
    expect(readReference(text)).toEqual({ ok: false, error: 'control-characters' });
  });

  it.each([
    ['plain', '4111111111111111'],
    ['in fours', 'huone 12 4111 1111 1111 1111'],
    ['of 13 digits', '4222222222222'],
    ['with dashes', 'R 5555-5555-5555-4444'],
  ])('that holds a card number is refused: %s', (_how, text) => {
    expect(readReference(text)).toEqual({ ok: false, error: 'card-number' });
  });

  it('cannot hide a card number behind signs that are not shown', () => {
    for (const hidden of ['\u200b', '\u00ad', '\u2060', '\u034f', '\u180e', '\u202d']) {
      expect(readReference(['4111', '1111', '1111', '1111'].join(hidden)).ok).toBe(false);
    }
  });

  it('that is kept is trimmed, composed, short enough and reads the same a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const read = readReference(text);
        if (!read.ok) return;
        expect(read.value).toBe(read.value.trim());
        expect(read.value).toBe(read.value.normalize('NFC'));
        expect(read.value.length).toBeLessThanOrEqual(MAX_REFERENCE_LENGTH);
        expect(readReference(read.value)).toEqual(read);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a reason', () => {
  const reason = { maxLength: MAX_REASON_LENGTH, required: true };

  it('is asked for', () => {
    expect(readText('', reason)).toEqual({ ok: false, error: 'empty' });
    expect(readText(' \n ', reason)).toEqual({ ok: false, error: 'empty' });
    expect(readText('Pääte rikki', reason)).toEqual({ ok: true, value: 'Pääte rikki' });
  });

  it('is a sentence and no essay, and never a card number', () => {
    expect(readText('a'.repeat(MAX_REASON_LENGTH), reason).ok).toBe(true);
    expect(readText('a'.repeat(MAX_REASON_LENGTH + 1), reason)).toEqual({ ok: false, error: 'too-long' });
    expect(readText('kortti 4111 1111 1111 1111', reason)).toEqual({ ok: false, error: 'card-number' });
  });
});

describe('the last four digits', () => {
  it.each(['1234', ' 0000 ', '9999\n'])('%j are read', (text) => {
    expect(readLastFour(text)).toEqual({ ok: true, value: text.trim() });
  });

  it.each(['', '  '])('%j are missing', (text) => {
    expect(readLastFour(text)).toEqual({ ok: false, error: 'empty' });
  });

  it.each(['123', '12345', '12a4', '12 34', '-123', '１２３４', '١٢٣٤', '4111111111111111', '1234\n1234'])(
    '%j are not four digits',
    (text) => {
      expect(readLastFour(text)).toEqual({ ok: false, error: 'not-four-digits' });
    },
  );
});

describe('two references that a person reads as the same', () => {
  it.each<[string, string, string]>([
    ['case', 'R-2044 Mäkinen', 'r-2044 mäkinen'],
    ['a space for the dash', 'R-1001', 'R 1001'],
    ['nothing for the dash', 'R-1001', 'R1001'],
    ['a dash of another kind', 'R-1001', 'R–1001'],
    ['a minus sign', 'R-1001', 'R\u22121001'],
    ['a hyphen that does not break', 'R-1001', 'R\u20111001'],
    ['a small dash', 'R-1001', 'R\ufe631001'],
    ['a bullet of a hyphen', 'R-1001', 'R\u20431001'],
    ['a soft hyphen', 'R-1001', 'R\u00ad1001'],
    ['a long dash', 'R-1001', 'R\u2e3a1001'],
    ['a superscript minus', 'R-1001', 'R\u207b1001'],
    ['two spaces', 'huone 12', 'huone  12'],
    ['a thin space', 'huone 12', 'huone\u200912'],
    ['a space that does not break', 'huone 12', 'huone\u00a012'],
    ['a wide space', 'huone 12', 'huone\u300012'],
    ['a narrow space that does not break', 'huone 12', 'huone\u202f12'],
    ['a space without a width', 'huone 12', 'huone\u200b12'],
    ['an empty Braille cell', 'huone 12', 'huone\u280012'],
    ['full-width digits and letters', 'R-1001', 'Ｒ－１００１'],
    ['letters in parts', 'Mäkinen', 'Ma\u0308kinen'],
    ['letters in parts with something unseen between', 'Mäkinen', 'Ma\u200d\u0308kinen'],
    ['a joined letter', 'Wolffi', 'Wol\ufb03'],
    ['a sharp s', 'Strauß', 'STRAUSS'],
    ['a large sharp s', 'Strauß', 'STRAUẞ'],
    ['a Turkish large i', 'İnci', 'inci'],
    ['a Turkish small i', 'Yıldız', 'YILDIZ'],
    ['a final sigma', 'ΠΑΠΑΔΟΠΟΥΛΟΣ', 'Παπαδοπουλος'],
    ['a tab and a line break that were pasted once', 'R 1001', 'R\t10\n01'],
    ['a superscript digit', 'R-2', 'R²'],
  ])('%s', (_what, one, other) => {
    expect(referenceKey(one)).toBe(referenceKey(other));
    expect(isSameReference(one, other)).toBe(true);
  });

  it.each<[string, string]>([
    ['R-1001', 'R-1002'],
    ['Mäkinen', 'Makinen'],
    ['R-1001', 'R-10010'],
    ['R-1001', 'R/1001'],
    ['R_1001', 'R-1001'],
    ['山田', '山本'],
  ])('are not %s and %s', (one, other) => {
    expect(isSameReference(one, other)).toBe(false);
  });

  it.each(['', ' ', '-', ' – ', '\u2212', '\u00ad', '\u200b', '- -'])('%j names no booking, and is not even the same as itself', (text) => {
    expect(referenceKey(text)).toBe('');
    expect(isSameReference(text, text)).toBe(false);
  });

  it('are one name only where words and dashes are the same as well', () => {
    expect(nameKey(' Sali  1–2 ')).toBe(nameKey('SALI 1-2'));
    expect(nameKey('Sali 12')).not.toBe(nameKey('Sali 1-2'));
    expect(nameKey('Sali 1 2')).not.toBe(nameKey('Sali 12'));
  });

  it('have a key that is its own key, whatever characters they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const key = referenceKey(text);
        expect(referenceKey(key)).toBe(key);
        expect(key).not.toMatch(/[\p{Z}\s\p{Pd}\p{Default_Ignorable_Code_Point}]/u);
      }),
      { numRuns: 2_000 },
    );
  });

  it('have one key in capitals, in small letters, in parts and with dashes and spaces strewn in', () => {
    const letter = fc.constantFrom(...'abcåäöÅÄÖéüñßİıçşğĳœΣσςжЖ0123456789');
    const strewn = fc.constantFrom('-', '–', '\u2212', ' ', '\u2009', '\u00a0', '\u00ad', '\u200d', '');
    const written = fc.array(fc.tuple(letter, strewn), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(written, (parts) => {
        const plain = parts.map(([character]) => character).join('');
        const key = referenceKey(plain);
        expect(key).not.toBe('');
        for (const other of [parts.flat().join(''), plain.toUpperCase(), plain.toLowerCase(), plain.normalize('NFD')]) {
          expect(referenceKey(other)).toBe(key);
        }
      }),
    );
  });
});
