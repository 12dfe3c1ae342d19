import { describe, expect, it } from 'vitest';
import { amountAsText, plainSum } from '../../../shared/amount-text.ts';
import { amountReadings, parseMoney } from '../../../shared/parse-money.ts';

const shown = (text: string, currency: string) => amountReadings(text, currency).map((minor) => plainSum(minor, currency, 'fi'));

describe('the readings of an ambiguous amount', () => {
  it.each([
    ['1.250', 'EUR', ['1250,00', '1,25']],
    ['1,250', 'EUR', ['1250,00', '1,25']],
    ['€1.250', 'EUR', ['1250,00', '1,25']],
    ['12.500 €', 'EUR', ['12500,00', '12,50']],
    ['12.500 e', 'EUR', ['12500,00', '12,50']],
    ['1.255', 'EUR', []],
    ['1.250', 'KWD', ['1250,000', '1,250']],
    ['1,255', 'KWD', ['1255,000', '1,255']],
    // The thousand would be more than one sale may ask for.
    ['125.500', 'KWD', ['125,500']],
  ])('%s in %s', (text, currency, readings) => {
    expect(parseMoney(text, currency)).toEqual({ ok: false, error: 'ambiguous' });
    expect(shown(text, currency)).toEqual(readings);
  });

  it('stand for nothing that is not ambiguous', () => {
    for (const text of ['12,50', '-1.250', '1.250,00', '1\n1.250']) expect(amountReadings(text, 'EUR')).toEqual([]);
    expect(amountReadings('1.250', 'ISK')).toEqual([]);
  });
});

describe('an amount put into the field', () => {
  it.each([
    [1250, 'EUR', '12,50'],
    [99_999_999, 'EUR', '999999,99'],
    [1250, 'ISK', '1250'],
    [5, 'KWD', '0,005'],
    [1250, 'KWD', '01,250'],
    [1_250_500, 'KWD', '1250,500'],
  ] as const)('%i %s is %s', (minor, currency, text) => {
    expect(amountAsText(minor, currency, 'fi')).toBe(text);
    expect(parseMoney(text, currency)).toEqual({ ok: true, value: minor });
  });
});
