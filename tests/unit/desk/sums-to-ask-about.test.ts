import { describe, expect, it } from 'vitest';
import { warningsFor } from '../../../electron/payments/rules/warnings.ts';
import { charged, createFamily, declined } from './family.ts';

type Sale = Parameters<typeof warningsFor>[0];
const wanted: Sale = {
  kind: 'sale',
  amountMinor: 10_000,
  reference: 'R-77',
  terminalId: '71000009',
  confirmed: [],
  provenPaid: false,
  originalId: null,
};
/** The sale of 100,00 in the family ended a few seconds before this. */
const SOON = '2026-11-23T10:01:00.000Z';
const asked = (family: ReturnType<typeof createFamily>, more: Partial<Sale> = {}, now = SOON) =>
  warningsFor({ ...wanted, ...more }, family.journal, now, () => true).codes;

describe('a large sum', () => {
  const nothing = createFamily(declined);
  it.each([
    ['above the limit', 200_001, 200_000, ['large-sum']],
    ['of the limit itself', 200_000, 200_000, []],
    ['where nobody wants to be asked', 99_999_999, null, []],
  ])('%s', (_what, amountMinor, askAboveMinor, expected) => {
    expect(asked(nothing, { amountMinor, askAboveMinor })).toEqual(expected);
  });

  it('is asked about once, and neither for a refund nor for a record by hand', () => {
    const large = { amountMinor: 250_000, askAboveMinor: 200_000 };
    expect(asked(nothing, { ...large, confirmed: ['large-sum'] })).toEqual([]);
    expect(asked(nothing, { ...large, kind: 'refund' })).toEqual([]);
    expect(asked(nothing, { ...large, kind: 'manual' })).toEqual([]);
  });

  it('hides no other question', () => {
    const family = createFamily(charged(10_000));
    family.add({ reference: '', amountMinor: 250_000 }, charged(250_000));
    expect(asked(family, { amountMinor: 250_000, askAboveMinor: 200_000 })).toEqual(['same-sum-just-charged', 'large-sum']);
  });
});

describe('the same sum within two minutes', () => {
  const sold = (reference: string) => {
    const family = createFamily(declined);
    family.add({ reference, amountMinor: 10_000 }, charged(10_000));
    return family;
  };

  it.each([
    ['charged without a reference, now with one', '', 'R-77', ['same-sum-just-charged']],
    ['charged for a booking, now without one', 'R-76', '', []],
    ['both without one', '', ' ', ['same-sum-just-charged']],
    ['for two bookings: two guests', 'R-76', 'R-77', []],
  ])('%s', (_what, before, now, expected) => {
    expect(asked(sold(before), { reference: now })).toEqual(expected);
  });

  it('is not asked about after two minutes', () => {
    expect(asked(sold(''), {}, '2026-11-23T10:02:30.000Z')).toEqual([]);
  });
});

describe('Veloita loput', () => {
  it('meets no question about its own payment, whatever the sums are', () => {
    const family = createFamily(charged(5_000));
    const { reference } = family.payment('root').facts;
    expect(asked(family, { reference, originalId: 'root', amountMinor: 5_000 })).toEqual([]);
    expect(asked(family, { reference, amountMinor: 5_000 })).toEqual(['same-reference-paid']);
  });
});
