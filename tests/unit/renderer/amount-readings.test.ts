import { describe, expect, it } from 'vitest';
import { amountReadings } from '../../../renderer/screens/sale/amount-readings.ts';
import { amountAsText } from '../../../renderer/screens/sale/amount-text.ts';
import { parseMoney } from '../../../shared/money.ts';

describe('the readings of an ambiguous amount', () => {
  it.each([
    ['1.250', ['1250,00', '1,25']],
    ['1,250', ['1250,00', '1,25']],
    ['€1.250', ['1250,00', '1,25']],
    ['12.500 €', ['12500,00', '12,50']],
    ['1.255', []],
  ])('%s', (text, readings) => {
    expect(parseMoney(text)).toEqual({ ok: false, error: 'ambiguous' });
    expect(amountReadings(text)).toEqual(readings);
  });

  it('are sums that read in one way only', () => {
    for (const text of ['1.250', '999,990', '100.000', '5.005']) {
      for (const reading of amountReadings(text)) expect(parseMoney(reading).ok).toBe(true);
    }
  });

  it('stand for nothing that is not ambiguous', () => {
    expect(amountReadings('12,50')).toEqual([]);
  });
});

describe('an amount put into the field', () => {
  it.each([1, 99, 100, 1_250, 123_456, 99_999_999])('%i reads back as itself', (minor) => {
    expect(parseMoney(amountAsText(minor))).toEqual({ ok: true, value: minor });
  });
});
