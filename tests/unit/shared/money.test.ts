import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, type Language, MAX_AMOUNT_MINOR, toDecimalString } from '../../../shared/money.ts';
import { parseMoney } from '../../../shared/parse-money.ts';

const NBSP = '\u00a0';
const LANGUAGES: readonly Language[] = ['fi', 'sv', 'en'];
const amounts = fc.integer({ min: 1, max: MAX_AMOUNT_MINOR });

describe('an amount as it is shown', () => {
  it.each<[number, Language, string]>([
    [12_850, 'fi', `128,50${NBSP}€`],
    [125_000, 'fi', `1${NBSP}250,00${NBSP}€`],
    [125_000, 'sv', `1${NBSP}250,00${NBSP}€`],
    [125_000, 'en', '€1,250.00'],
    [1, 'fi', `0,01${NBSP}€`],
    [0, 'fi', `0,00${NBSP}€`],
    [MAX_AMOUNT_MINOR, 'fi', `999${NBSP}999,99${NBSP}€`],
    [10_000_000_000_01, 'en', '€10,000,000,000.01'],
  ])('%d is written in %s as %s', (minor, language, text) => {
    expect(formatMoney(minor, 'EUR', language)).toBe(text);
  });

  it('is understood again as the same amount, in every language', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(...LANGUAGES), (minor, language) => {
        expect(parseMoney(formatMoney(minor, 'EUR', language), 'EUR')).toEqual({ ok: true, value: minor });
      }),
      { numRuns: 500 },
    );
  });

  it('keeps a day’s total exact where a floating point number has no cents left', () => {
    expect(formatMoney(Number.MAX_SAFE_INTEGER, 'EUR', 'en')).toBe('€90,071,992,547,409.91');
  });
});

describe('an amount in files and logs', () => {
  it.each<[number, string]>([
    [1250, '12.50'],
    [1, '0.01'],
    [10, '0.10'],
    [0, '0.00'],
    [100, '1.00'],
    [-5, '-0.05'],
    [-1250, '-12.50'],
    [MAX_AMOUNT_MINOR, '999999.99'],
    [Number.MAX_SAFE_INTEGER, '90071992547409.91'],
  ])('%d is %s', (minor, text) => {
    expect(toDecimalString(minor, 'EUR')).toBe(text);
  });

  it('is understood again as the same amount', () => {
    fc.assert(
      fc.property(amounts, (minor) => {
        const euros = toDecimalString(minor, 'EUR');
        expect(parseMoney(euros, 'EUR')).toEqual({ ok: true, value: minor });
      }),
    );
  });
});
