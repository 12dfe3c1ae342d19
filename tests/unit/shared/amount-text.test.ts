import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupedAmount } from '../../../shared/amount-text.ts';
import { languages, MAX_AMOUNT_MINOR } from '../../../shared/money.ts';
import { parseMoney } from '../../../shared/parse-money.ts';

it.each([
  ['12850', '12 850,00'],
  ['12,5', '12,50'],
  ['12,50 e', '12,50'],
  ['12,-', '12,00'],
  ['1.250,00', '1 250,00'],
  ['1250000', null],
])('%s is written %s when the field is left', (typed, expected) => {
  const read = parseMoney(typed, 'EUR');
  expect(read.ok ? groupedAmount(read.value, 'EUR', 'fi') : null).toBe(expected);
});

const amounts = fc.oneof(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1, max: MAX_AMOUNT_MINOR }));

it('never becomes another sum, whatever the currency and the language', () => {
  fc.assert(
    fc.property(
      amounts,
      fc.constantFrom('EUR', 'SEK', 'ISK', 'JPY', 'KWD', 'BHD'),
      fc.constantFrom(...languages),
      (minor, currency, language) => {
        expect(parseMoney(groupedAmount(minor, currency, language), currency)).toEqual({ ok: true, value: minor });
      },
    ),
  );
});

it('has a point in English', () => expect(groupedAmount(1_285_000, 'EUR', 'en')).toBe('12 850.00'));
