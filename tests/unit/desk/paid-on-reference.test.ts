import { describe, expect, it } from 'vitest';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import { paidOnReference } from '../../../electron/payments/rules/paid-on-reference.ts';
import { byHand, charged, createFamily, declined, unresolved } from './family.ts';

type Family = ReturnType<typeof createFamily>;
const known = ({ journal, payment }: Family, reference = payment('root').facts.reference) =>
  paidOnReference(reference, journal, () => true);

describe('what was paid on a reference where 100,00 was asked', () => {
  it.each<[string, PaymentState, ReturnType<typeof known>]>([
    ['all was charged', charged(10_000), { paidMinor: 10_000, leftMinor: null, unclear: false }],
    ['60,00 was charged', charged(6_000), { paidMinor: 6_000, leftMinor: 4_000, unclear: false }],
    ['a tip pays nothing of the bill', charged(10_000, 1_500), { paidMinor: 10_000, leftMinor: null, unclear: false }],
    ['a named person said that it was charged', byHand, { paidMinor: 10_000, leftMinor: null, unclear: false }],
    ['nobody knows', unresolved, { paidMinor: 0, leftMinor: null, unclear: true }],
    ['it is at the terminal', { name: 'sent', written: true }, { paidMinor: 0, leftMinor: null, unclear: true }],
    ['it was declined', declined, null],
  ])('%s', (_what, state, expected) => {
    expect(known(createFamily(state))).toEqual(expected);
  });

  it('a rest that was paid is added, and nothing is left', () => {
    const family = createFamily(charged(6_000));
    family.add({ kind: 'sale', originalId: 'root', amountMinor: 4_000 }, charged(4_000));
    expect(known(family)).toEqual({ paidMinor: 10_000, leftMinor: null, unclear: false });
  });

  it('a refund is subtracted, and one that nobody knows of is said to be unclear and subtracts nothing', () => {
    const family = createFamily(charged(10_000));
    const refund = family.add({ kind: 'refund', originalId: 'root', amountMinor: 3_000 }, unresolved);
    expect(known(family)).toEqual({ paidMinor: 10_000, leftMinor: null, unclear: true });
    family.change(refund, charged(3_000));
    expect(known(family)).toEqual({ paidMinor: 7_000, leftMinor: null, unclear: false });
  });

  it('a void takes all of it back', () => {
    const family = createFamily(charged(10_000));
    family.add({ kind: 'void', originalId: 'root', amountMinor: 10_000 }, charged(10_000));
    expect(known(family)).toBeNull();
  });

  it('compares references as people read them, and knows nothing of none', () => {
    const family = createFamily(charged(10_000));
    const { reference } = family.payment('root').facts;
    expect(known(family, ` ${reference.toLowerCase().replace('-', '–')} `)).toMatchObject({ paidMinor: 10_000 });
    expect(known(family, ' ')).toBeNull();
    expect(known(family, 'another')).toBeNull();
  });

  it('leaves out money of another kind, and a reference of so many payments that it is no booking', () => {
    const family = createFamily(charged(10_000));
    expect(paidOnReference(family.payment('root').facts.reference, family.journal, () => false)).toBeNull();
    for (let more = 0; more < 200; more += 1) family.add({ amountMinor: 100 }, charged(100));
    expect(known(family)).toBeNull();
  });
});
