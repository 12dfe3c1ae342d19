import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInserted } from '../../../shared/invisible.ts';
import { parseMoney } from '../../../shared/parse-money.ts';

describe('text on its way into a sum', () => {
  it.each([
    ['12,50', '12,50'],
    ['12,50\n', '12,50'],
    ['12,50\r\n', '12,50'],
    ['\t12,50', '12,50'],
    ['\u202d12,50\u202c', '12,50'],
    ['\ufeff 12,50 \u200b\n', '12,50'],
    ['12,50\t€', '12,50 €'],
    ['Yhteensä\n12,50', 'Yhteensä 12,50'],
    ['€\u200e12,50', '€ 12,50'],
    ['12,50 €\n13,50 €', null],
    // Reads as 12,50.
    ['\u202e05,21\u202c', null],
    ['05,21\u202e', null],
    ['12,\n50', null],
    ['1\n250,00', null],
    ['1\r\n250,00\r\n', null],
    ['1\t250,00', null],
    ['12,50\n13,50', null],
    ['1\u200b250', null],
    ['1\u2028250', null],
    // A space is typed to group the digits.
    [' ', ' '],
    ['\u202f', '\u202f'],
    ['', ''],
    ['\n', ''],
  ])('%j comes in as %j', (raw, text) => {
    expect(readInserted(raw)).toBe(text);
  });

  it('means the sum that was copied, or none', () => {
    const scraps = fc.constantFrom('1', '25', '0', ',', '.', ' ', '\n', '\r\n', '\t', '\u202d', '\u202c', '\u200b', '€', '-');
    const copied = fc.array(scraps, { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(copied, (raw) => {
        const text = readInserted(raw);
        const inField = text === null ? null : parseMoney(text, 'EUR');
        if (inField?.ok) expect(inField).toEqual(parseMoney(raw, 'EUR'));
      }),
      { numRuns: 2_000 },
    );
  });
});
