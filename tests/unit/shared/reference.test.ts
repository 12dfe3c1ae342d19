import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_REASON_LENGTH, MAX_REFERENCE_LENGTH, readLastFour, readReference, readText } from '../../../shared/reference.ts';

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
    const before = performance.now();
    for (const text of ['a', '4', '4111 ', 'ä', '\u0308', ' '].map((one) => one.repeat(10_000))) {
      expect(readReference(text)).toEqual({ ok: false, error: 'too-long' });
    }
    expect(performance.now() - before).toBeLessThan(1_000);
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
