import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import { refundableMinor } from '../../../electron/payments/rules/refundable.ts';
import { familyView, readCompleted, restMinor } from '../../../electron/payments/rules/rest.ts';
import { isVoidable, voidedAs } from '../../../electron/payments/rules/voidable.ts';
import { warningsFor } from '../../../electron/payments/rules/warnings.ts';
import { byHand, charged, createFamily, declined, unresolved } from './family.ts';

const rest = { kind: 'sale', originalId: 'root', amountMinor: 4_000 } as const;
const left = ({ journal, payment }: ReturnType<typeof createFamily>): number => restMinor(payment('root'), journal);

describe('what is left of a payment that asked for 100,00', () => {
  it.each<[string, PaymentState, number]>([
    ['60,00 was charged', charged(6_000), 4_000],
    ['60,00 and a tip was charged: the tip pays nothing of the bill', charged(6_000, 500), 4_000],
    ['all was charged', charged(10_000), 0],
    ['more was charged', charged(12_000), 0],
    ['all of the charge is called a tip: nobody knows what was for the bill', charged(0, 10_000), 0],
    ['it was declined', declined, 0],
    ['nobody knows', unresolved, 0],
    ['a person said that it was charged', byHand, 0],
    ['the guest’s signature was refused: the money goes back', { ...charged(6_000), signature: 'refused' } as PaymentState, 0],
  ])('%s', (_what, state, expected) => {
    expect(left(createFamily(state))).toBe(expected);
  });

  it.each<[string, PaymentState, number]>([
    ['paid', charged(4_000), 0],
    ['paid with a tip', charged(4_000, 300), 0],
    ['paid in part', charged(1_500), 2_500],
    ['declined', declined, 4_000],
    ['unclear', unresolved, 0],
    ['at the terminal', { name: 'sent', written: true }, 0],
    ['begun', { name: 'created' }, 0],
    ['settled as charged', byHand, 0],
  ])('its rest of 40,00 is %s', (_what, state, expected) => {
    const family = createFamily(charged(6_000));
    family.add(rest, state);
    expect(left(family)).toBe(expected);
  });

  it('is as much again when the rest was taken back, and not while that is unclear', () => {
    const family = createFamily(charged(6_000));
    const paid = family.add(rest, charged(4_000));
    const back = family.add({ kind: 'void', originalId: paid, amountMinor: 4_000 }, unresolved);
    expect(left(family)).toBe(0);
    family.change(back, charged(4_000));
    expect(left(family)).toBe(4_000);
    family.add({ ...rest, amountMinor: 1_000 }, charged(1_000));
    expect(left(family)).toBe(3_000);
  });

  it('is what a part of the rest was given back', () => {
    const family = createFamily(charged(6_000));
    const paid = family.add(rest, charged(4_000, 200));
    family.add({ kind: 'refund', originalId: paid, amountMinor: 1_200 }, charged(1_200));
    expect(left(family)).toBe(1_000);
  });

  it.each<['refund' | 'void', PaymentState, number]>([
    ['void', charged(6_000), 0],
    ['void', unresolved, 0],
    ['void', { name: 'created' }, 0],
    ['void', declined, 4_000],
    ['refund', charged(100), 0],
    ['refund', unresolved, 0],
    ['refund', declined, 4_000],
  ])('is nothing once something of the first part went back or may have: %s %o', (kind, state, expected) => {
    const family = createFamily(charged(6_000));
    family.add({ kind, originalId: 'root', amountMinor: 6_000 }, state);
    expect(left(family)).toBe(expected);
  });

  it('counts a rest that was recorded by hand', () => {
    const family = createFamily(charged(6_000));
    family.add({ ...rest, kind: 'manual', terminalId: null }, byHand);
    expect(left(family)).toBe(0);
    expect(familyView(family.payment('root'), family.journal, true).rests).toMatchObject([{ minor: 4_000, byHand: true }]);
  });

  it('is the same on every part, and names what a rest completes', () => {
    const family = createFamily(charged(6_000));
    const part = family.add({ ...rest, amountMinor: 1_500 }, charged(1_500));
    const failed = family.add(rest, declined);
    for (const id of ['root', part, failed]) {
      expect(familyView(family.payment(id), family.journal, true).restMinor).toBe(2_500);
      expect(familyView(family.payment(id), family.journal, false).restMinor).toBe(0);
    }
    expect(familyView(family.payment(part), family.journal, true).completes).toMatchObject({
      paymentId: 'root',
      askedMinor: 10_000,
      paidMinor: 7_500,
      leftMinor: 2_500,
    });
    expect(familyView(family.payment('root'), family.journal, true).rests).toMatchObject([
      { paymentId: part, minor: 1_500, moneyMoved: 'yes' },
    ]);
  });
});

describe('a form that completes a payment', () => {
  const form = { completesId: 'root', reference: 'R-1001', amountMinor: 4_000 };
  const everybody = () => true;

  it('names the root, also where it was opened from a rest, and asks for no more than is left', () => {
    const family = createFamily(charged(6_000));
    const part = family.add({ ...rest, amountMinor: 1_000 }, charged(1_000));
    const read = (more: Partial<typeof form>) => readCompleted({ ...form, ...more }, family.journal, everybody);
    expect(read({ completesId: part, amountMinor: 3_000 })).toEqual({ ok: true, value: 'root' });
    expect(read({ reference: 'r 1001', amountMinor: 3_000 })).toEqual({ ok: true, value: 'root' });
    expect(read({ amountMinor: 3_001 })).toEqual({ ok: false, error: 'rest-too-large' });
    expect(read({ reference: 'R-1002' })).toEqual({ ok: true, value: null });
    expect(read({ completesId: 'nobody' })).toEqual({ ok: false, error: 'payment-unknown' });
    expect(readCompleted({ ...form, amountMinor: 1 }, family.journal, () => false)).toEqual({ ok: false, error: 'nets-host-mismatch' });
  });

  it('is not warned of its own family, and of everything else', () => {
    const family = createFamily(charged(6_000));
    family.add({ ...rest, amountMinor: 1_000 }, charged(1_000));
    const sale = { kind: 'sale', amountMinor: 3_000, reference: 'R-1001', terminalId: '1', confirmed: [], provenPaid: false } as const;
    const warned = (originalId: string | null) =>
      warningsFor({ ...sale, originalId }, family.journal, '2026-11-23T12:00:00.000Z', everybody).codes;
    expect(warned('root')).toEqual([]);
    expect(warned(null)).toEqual(['same-reference-paid']);
    family.add({ amountMinor: 500 }, charged(500));
    expect(warned('root')).toEqual(['same-reference-paid']);
  });
});

describe('a rest or a record that names a payment gives nothing of it back', () => {
  it.each<[string, 'sale' | 'manual', PaymentState]>([
    ['a rest', 'sale', charged(4_000)],
    ['an unclear rest', 'sale', unresolved],
    ['a record', 'manual', byHand],
  ])('%s', (_what, kind, state) => {
    const family = createFamily(charged(6_000));
    family.add({ ...rest, kind }, state);
    const root = family.payment('root');
    expect(refundableMinor(root, family.journal)).toBe(6_000);
    expect(voidedAs(root, family.journal)).toBe('no');
    // It was sent to another terminal, so the root is still the latest at its own.
    expect(
      isVoidable(
        root,
        { ...family.journal, latestRunAt: () => root },
        { start: '2026-11-23T00:00:00.000Z', end: '2026-11-24T00:00:00.000Z' },
      ),
    ).toBe(true);
  });
});

/** What the card was charged at most, and what surely went back, kept beside the journal in plain numbers. */
type Part = { readonly id: string; asked: number; most: number; least: number; back: number };

it('is never more than what the guest still owes, whatever happens to the family', () => {
  const act = fc.record({
    what: fc.constantFrom('rest', 'rest', 'rest', 'too much', 'back', 'settle'),
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    ends: fc.constantFrom('charged', 'part', 'tip', 'declined', 'unclear'),
    which: fc.nat(9),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999 }), fc.array(act, { maxLength: 14 }), (first, acts) => {
      const family = createFamily(charged(first));
      const parts: Part[] = [];
      const open = new Map<string, Part>();
      for (const { what, share, ends, which } of acts) {
        const free = left(family);
        const some = (most: number): number => Math.max(1, Math.floor(most * share));
        const begin = (amountMinor: number) =>
          readCompleted({ completesId: 'root', reference: 'R-1001', amountMinor }, family.journal, () => true);
        if (what === 'too much') expect(begin(free + some(500))).toEqual({ ok: false, error: 'rest-too-large' });
        if (what === 'rest' && free > 0) {
          const asked = some(free);
          expect(begin(asked).ok).toBe(true);
          const paid = ends === 'part' ? some(asked) : asked;
          const states = { charged: charged(paid), part: charged(paid), tip: charged(paid, 77), declined, unclear: unresolved };
          const id = family.add({ ...rest, amountMinor: asked }, states[ends]);
          const moved = ends === 'declined' ? 0 : paid;
          const part = { id, asked, most: moved, least: ends === 'unclear' ? 0 : moved, back: 0 };
          parts.push(part);
          if (ends === 'unclear') open.set(id, part);
        }
        const part = parts[which % Math.max(1, parts.length)];
        if (what === 'back' && part !== undefined && part.least - part.back > 0) {
          const amount = some(part.least - part.back);
          const done = ends !== 'declined' && ends !== 'unclear';
          const state = ends === 'declined' ? declined : ends === 'unclear' ? unresolved : charged(amount);
          family.add({ kind: 'refund', originalId: part.id, amountMinor: amount }, state);
          if (done) part.back += amount;
        }
        const unclear = [...open.values()][which % Math.max(1, open.size)];
        if (what === 'settle' && unclear !== undefined) {
          open.delete(unclear.id);
          const taken = ends !== 'declined';
          family.change(unclear.id, taken ? charged(unclear.asked) : declined);
          unclear.most = taken ? unclear.asked : 0;
          unclear.least = unclear.most;
        }
        const taken = parts.reduce((sum, each) => sum + each.most - each.back, first);
        const now = left(family);
        expect(now).toBeGreaterThanOrEqual(0);
        expect(taken + now).toBeLessThanOrEqual(10_000);
        const known = open.size === 0 && !acts.some((each) => each.ends === 'tip');
        if (known) expect(taken + now).toBe(10_000);
        for (const { id } of parts) expect(familyView(family.payment(id), family.journal, true).restMinor).toBe(now);
      }
    }),
    { numRuns: 400 },
  );
});
