import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyProblem } from '../../../electron/settings/currency-problem.ts';
import { amountAsText } from '../../../shared/amount-text.ts';
import { minorDigits } from '../../../shared/currency.ts';
import { formatMoney, type Language, MAX_AMOUNT_MINOR, toDecimalString } from '../../../shared/money.ts';
import { amountReadings, type MoneyProblem, parseMoney } from '../../../shared/parse-money.ts';

const SUPPORTED = Intl.supportedValuesOf('currency').filter((code) => currencyProblem(code) === null);
const currencies = fc.constantFrom(...SUPPORTED);
const oneOfEach = fc.constantFrom('EUR', 'SEK', 'ISK', 'JPY', 'KWD', 'BHD');
const languages = fc.constantFrom<Language[]>('fi', 'sv', 'en');
const amounts = fc.oneof(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 1, max: MAX_AMOUNT_MINOR }));

describe('a sum is sent in the minor units of its currency', () => {
  it.each<[string, string, number]>([
    ['1 250', 'ISK', 1250],
    ['1250', 'ISK', 1250],
    ['1.250', 'ISK', 1250],
    ['1,250', 'ISK', 1250],
    ['1 250 kr', 'ISK', 1250],
    ['1.250 kr.', 'ISK', 1250],
    ['ISK 1,250', 'ISK', 1250],
    ['1.250,-', 'ISK', 1250],
    ['1.250.000', 'ISK', 1_250_000],
    ['99 999 999', 'ISK', 99_999_999],
    ['1,250', 'JPY', 1250],
    ['¥1250', 'JPY', 1250],
    ['JP¥1,250', 'JPY', 1250],
    ['1 250,500', 'KWD', 1_250_500],
    ['1250,5', 'KWD', 1_250_500],
    ['0,125', 'KWD', 125],
    ['01,250', 'KWD', 1250],
    ['1,25', 'KWD', 1250],
    ['1,250.500', 'KWD', 1_250_500],
    ['KWD 1250', 'KWD', 1_250_000],
    ['12,50 kr', 'SEK', 1250],
    ['12:-', 'SEK', 1200],
    ['12,50 SEK', 'SEK', 1250],
  ])('%s in %s', (text, currency, minor) => {
    expect(parseMoney(text, currency)).toEqual({ ok: true, value: minor });
  });

  it.each<[string, string, MoneyProblem]>([
    ['12,50', 'ISK', 'no-decimals'],
    ['12.5', 'JPY', 'no-decimals'],
    ['1 250,00', 'ISK', 'no-decimals'],
    ['1.250,00', 'ISK', 'no-decimals'],
    ['0,125', 'ISK', 'no-decimals'],
    ['100 000 000', 'ISK', 'too-large'],
    ['1.250', 'KWD', 'ambiguous'],
    ['12,500', 'BHD', 'ambiguous'],
    ['12,5000', 'KWD', 'too-many-decimals'],
    ['100 000', 'KWD', 'too-large'],
    ['0,000', 'KWD', 'zero'],
    // Somebody else's money.
    ['12 €', 'ISK', 'not-a-number'],
    ['12,50 €', 'SEK', 'not-a-number'],
    ['12 e', 'SEK', 'not-a-number'],
    ['12 SEK', 'EUR', 'not-a-number'],
  ])('%s in %s is refused as %s', (text, currency, problem) => {
    expect(parseMoney(text, currency)).toEqual({ ok: false, error: problem });
  });

  it.each([
    [125_000, 'ISK', '125\u00a0000\u00a0ISK', '125000'],
    [1250, 'JPY', '1\u00a0250\u00a0¥', '1250'],
    [1250, 'KWD', '1,250\u00a0KWD', '1.250'],
    [5, 'BHD', '0,005\u00a0BHD', '0.005'],
    // What was paid before this currency was refused is shown as it was sent.
    [125_000, 'HUF', '1\u00a0250,00\u00a0HUF', '1250.00'],
  ] as const)('%i %s is shown as %s', (minor, currency, text, decimal) => {
    expect(formatMoney(minor, currency, 'fi')).toBe(text);
    expect(toDecimalString(minor, currency)).toBe(decimal);
  });
});

describe('what is shown is understood again as the same sum, in every currency and language', () => {
  it('or is asked about, where three decimals look like a group', () => {
    fc.assert(
      fc.property(amounts, fc.oneof(currencies, oneOfEach), languages, (minor, currency, language) => {
        const text = formatMoney(minor, currency, language);
        const parsed = parseMoney(text, currency);
        if (!parsed.ok && parsed.error === 'ambiguous') {
          expect(minorDigits(currency)).toBe(3);
          expect(amountReadings(text, currency)).toContain(minor);
        } else expect(parsed).toEqual({ ok: true, value: minor });
      }),
      { numRuns: 1_000 },
    );
  });

  it('and what the program puts into a field is never asked about', () => {
    fc.assert(
      fc.property(amounts, fc.oneof(currencies, oneOfEach), (minor, currency) => {
        expect(parseMoney(amountAsText(minor, currency, 'fi'), currency)).toEqual({ ok: true, value: minor });
        expect(amountAsText(minor, currency, 'fi').length).toBeLessThanOrEqual(40);
      }),
      { numRuns: 1_000 },
    );
  });

  it('and every reading that is offered is one of the sums that the digits can mean', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }), oneOfEach, (whole, three, currency) => {
        const digits = String(three).padStart(3, '0');
        const text = `${whole}.${digits}`;
        for (const minor of amountReadings(text, currency)) {
          const plain = toDecimalString(minor, currency);
          expect([Number(plain), Number(plain) / 1000]).toContain(Number(text));
        }
      }),
    );
  });
});

describe('a desk works only in a currency whose decimals nobody doubts', () => {
  it.each(['EUR', 'SEK', 'NOK', 'DKK', 'ISK', 'JPY', 'KWD', 'BHD', 'GBP', 'USD', 'XOF'])('%s', (code) => {
    expect(currencyProblem(code)).toBeNull();
  });

  it.each([
    ['eur', 'three capital letters'],
    ['EURO', 'three capital letters'],
    ['', 'three capital letters'],
    ['HUF', 'different decimals'],
    ['IQD', 'different decimals'],
    ['RSD', 'different decimals'],
    ['ABC', 'is not a currency'],
    ['FIM', 'is not a currency'],
    ['XAU', 'is not a currency'],
    ['XTS', 'is not a currency'],
    ['XXX', 'is not a currency'],
    ['XDR', 'is not a currency'],
  ])('not in %j', (code, why) => {
    expect(currencyProblem(code)).toContain(why);
  });

  it('Intl and the program give each of them the same decimals', () => {
    expect(SUPPORTED.length).toBeGreaterThan(120);
    for (const currency of SUPPORTED) {
      const { maximumFractionDigits } = new Intl.NumberFormat('fi', { style: 'currency', currency }).resolvedOptions();
      expect([currency, maximumFractionDigits]).toEqual([currency, minorDigits(currency)]);
    }
  });
});
