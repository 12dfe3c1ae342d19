import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_AMOUNT_MINOR } from '../../../shared/money.ts';
import { type MoneyProblem, parseMoney as parse } from '../../../shared/parse-money.ts';
import { cpuMs } from '../../support/cpu-time.ts';

const NBSP = '\u00a0';
const NARROW = '\u202f';
const parseMoney = (text: string) => parse(text, 'EUR');
const amounts = fc.integer({ min: 1, max: MAX_AMOUNT_MINOR });

describe('an amount as people type it', () => {
  it.each<[string, number]>([
    // The examples of the order.
    ['12,5', 1250],
    ['12.50', 1250],
    ['1 250,00', 125_000],
    ['1.250,00', 125_000],
    ['€12', 1200],
    // Whole, with one decimal, with two.
    ['1', 100],
    ['12', 1200],
    ['0,01', 1],
    ['0.01', 1],
    ['0,1', 10],
    [',5', 50],
    ['.05', 5],
    ['12,', 1200],
    ['12.', 1200],
    ['12,05', 1205],
    ['1250', 125_000],
    ['1250,5', 125_050],
    ['1250.50', 125_050],
    // Blanks and currency around it.
    ['  12,50  ', 1250],
    ['12,50 €', 1250],
    ['12,50€', 1250],
    ['€ 12.50', 1250],
    ['EUR 12,50', 1250],
    ['12,50 EUR', 1250],
    ['12,50 eur', 1250],
    [`12,50${NBSP}€`, 1250],
    // Grouped by threes.
    ['1 250', 125_000],
    [`1${NBSP}250,00`, 125_000],
    [`1${NARROW}250,00`, 125_000],
    ["1'250.00", 125_000],
    ['1’250.00', 125_000],
    ['1,250.00', 125_000],
    ['1,250.5', 125_050],
    ['12.345,6', 1_234_560],
    ['999 999,99', 99_999_999],
    ['999.999,99', 99_999_999],
    ['999999,99', 99_999_999],
    [`1\u2009250,00`, 125_000],
    [`1\u2007250,00`, 125_000],
    [`1\u3000250,00`, 125_000],
    // As Finns and price tags write it.
    ['12,50 e', 1250],
    ['12,50e', 1250],
    ['12,50E', 1250],
    ['12,50eur', 1250],
    ['12,50 euroa', 1250],
    ['12 euro', 1200],
    ['1 250,00 Euroa', 125_000],
    ['12,-', 1200],
    ['12.-', 1200],
    ['12,–', 1200],
    ['12,— €', 1200],
    ['12,--', 1200],
    ['12,−', 1200],
    ['12:-', 1200],
    ['1 250,-', 125_000],
    ['1.250,-', 125_000],
    ['1.250:-', 125_000],
    ['12,- e', 1200],
    // What a spreadsheet, a calculator or a web page copies along.
    ['12,50\n', 1250],
    ['12,50\r\n', 1250],
    ['\t12,50\t', 1250],
    ['\n\n 12,50', 1250],
    ['\u202d12,50\u202c', 1250],
    ['\u200e12,50\u200f', 1250],
    ['\u206612,50\u2069 €', 1250],
    ['€\u206612,50\u2069', 1250],
    ['\ufeff12,50', 1250],
    ['12,50\u200b', 1250],
    ['\u202d12,50\u202c\r\n', 1250],
    ['12,50\t€\n', 1250],
    // Zeros in front change nothing.
    ['0012,50', 1250],
    ['000999999,99', 99_999_999],
  ])('%j is understood', (text, minor) => {
    expect(parseMoney(text)).toEqual({ ok: true, value: minor });
  });

  it.each<[string, MoneyProblem]>([
    ['', 'empty'],
    ['   ', 'empty'],
    ['€', 'empty'],
    ['EUR', 'empty'],
    // A thousand to one half of Europe, one and a quarter to the other.
    ['1.250', 'ambiguous'],
    ['1,250', 'ambiguous'],
    ['12.345', 'ambiguous'],
    ['999,999', 'ambiguous'],
    ['€1.250', 'ambiguous'],
    ['1,250 €', 'ambiguous'],
    ['0', 'zero'],
    ['0,00', 'zero'],
    ['000', 'zero'],
    ['-0', 'zero'],
    ['-1', 'negative'],
    ['-12,50', 'negative'],
    ['−12,50', 'negative'],
    ['–12,50', 'negative'],
    ['€-12,50', 'negative'],
    ['-€12,50', 'negative'],
    ['-0,01', 'negative'],
    ['1 000 000', 'too-large'],
    ['1.000.000', 'too-large'],
    ['1000000,00', 'too-large'],
    ['9'.repeat(400), 'too-large'],
    ['0,125', 'too-many-decimals'],
    ['12,505', 'ambiguous'],
    ['1250,505', 'too-many-decimals'],
    ['12,5050', 'too-many-decimals'],
    ['1.250,000', 'too-many-decimals'],
    ['1 250,000', 'too-many-decimals'],
    ['1 250.000', 'too-many-decimals'],
    ['12,000000000000000000001', 'too-many-decimals'],
    ['abc', 'not-a-number'],
    ['12a', 'not-a-number'],
    ['12,5o', 'not-a-number'],
    ['kaksitoista', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['1E+3', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['.', 'not-a-number'],
    [',', 'not-a-number'],
    ['-', 'not-a-number'],
    ['--12', 'not-a-number'],
    ['12-', 'not-a-number'],
    ['12,5,0', 'not-a-number'],
    ['12..5', 'not-a-number'],
    ['1,250,00', 'not-a-number'],
    ['1.250.00', 'not-a-number'],
    ['1.25,00', 'not-a-number'],
    ['1.2500,00', 'not-a-number'],
    ['1,250.00,00', 'not-a-number'],
    ['1 25', 'not-a-number'],
    ['12 50', 'not-a-number'],
    ['1  250', 'not-a-number'],
    ['1.250 000,00', 'not-a-number'],
    ['12 + 3', 'not-a-number'],
    ['12%', 'not-a-number'],
    ['$12', 'not-a-number'],
    ['£12', 'not-a-number'],
    ['١٢', 'not-a-number'],
    ['１２', 'not-a-number'],
    // Two cells are two sums.
    ['1\n250,00', 'control-characters'],
    ['1\r\n250,00', 'control-characters'],
    ['1\r250,00', 'control-characters'],
    ['1\t250,00', 'control-characters'],
    ['1\v250,00', 'control-characters'],
    ['1\u0085250,00', 'control-characters'],
    ['1\u2028250,00', 'control-characters'],
    ['1\u2029250,00', 'control-characters'],
    ['12,50 €\n13,50 €', 'control-characters'],
    ['12,50\n\n13,50\n', 'control-characters'],
    ['12\n50', 'control-characters'],
    ['12\t50', 'control-characters'],
    ['12\u00005', 'control-characters'],
    ['12\u00a0\n50', 'control-characters'],
    ['1\u200b250', 'control-characters'],
    ['12\u202c,50', 'control-characters'],
    ['1\u00ad250', 'control-characters'],
    ['\u202e05,21\u202c0', 'control-characters'],
    ['12e5', 'not-a-number'],
    ['1 e 3', 'not-a-number'],
    ['12,50 ee', 'not-a-number'],
    ['e12', 'not-a-number'],
    ['12,50 kr', 'not-a-number'],
    ['12,50-', 'not-a-number'],
    ['12,50,-', 'not-a-number'],
    ['12,-50', 'not-a-number'],
    ['12,---', 'not-a-number'],
    ['12\u200950', 'not-a-number'],
    ['－12,50', 'negative'],
    ['‑12,50', 'negative'],
    ['-12,-', 'negative'],
    ['-1.250', 'negative'],
    ['\u202d-12,50\u202c', 'negative'],
    ['012,345', 'too-many-decimals'],
    ['\u200b\ufeff', 'empty'],
    ['\n', 'empty'],
    ['e', 'empty'],
    ['<b>12</b>', 'not-a-number'],
  ])('%j is refused as %s', (text, problem) => {
    expect(parseMoney(text)).toEqual({ ok: false, error: problem });
  });

  it('is never off by a cent where a floating point number would be', () => {
    for (const [text, minor] of [
      ['1,15', 115],
      ['4,35', 435],
      ['8,70', 870],
      ['19,99', 1999],
      ['1 005,01', 100_501],
      ['299 792,58', 29_979_258],
    ] as const) {
      expect(parseMoney(text)).toEqual({ ok: true, value: minor });
    }
  });

  it('is exactly its euros and cents, for every euro and cent there is', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom('.', ','), (minor, separator) => {
        const euros = Math.trunc(minor / 100);
        const cents = String(minor % 100).padStart(2, '0');
        expect(parseMoney(`${euros}${separator}${cents}`)).toEqual({ ok: true, value: minor });
      }),
      { numRuns: 500 },
    );
  });

  it('is a whole number of cents within the limits, or a problem, whatever is typed or pasted', () => {
    const scraps = fc.constantFrom(
      '1',
      '9',
      '0',
      '12',
      '250',
      '000',
      '.',
      ',',
      ' ',
      NBSP,
      NARROW,
      "'",
      '-',
      '+',
      '€',
      'EUR',
      'e',
      '\n',
      '\u202d',
      '\u202c',
      '\u2009',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(scraps, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = parseMoney(text);
        if (!parsed.ok) return;
        expect(Number.isSafeInteger(parsed.value)).toBe(true);
        expect(parsed.value).toBeGreaterThanOrEqual(1);
        expect(parsed.value).toBeLessThanOrEqual(MAX_AMOUNT_MINOR);
        // Its digits are the typed ones: nothing is rounded, scaled or dropped.
        const digits = (one: string): string => one.replace(/\D/g, '').replace(/^0+/, '');
        expect(digits(String(parsed.value)).startsWith(digits(text).replace(/0+$/, ''))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is refused at once when somebody pastes a novel', () => {
    const took = cpuMs(() => {
      for (const text of [
        '1'.repeat(100_000),
        '1 234'.repeat(20_000),
        '1.234'.repeat(20_000),
        ' '.repeat(100_000),
        `1${' '.repeat(100_000)}2`,
        `1${'\u202c'.repeat(100_000)}2`,
        `${'1'.repeat(100_000)},-x`,
        `12${',-'.repeat(50_000)}`,
        `1${' 234'.repeat(25_000)}x`,
      ]) {
        expect(parseMoney(text).ok).toBe(false);
      }
    });
    expect(took).toBeLessThan(1_000);
  });
});
