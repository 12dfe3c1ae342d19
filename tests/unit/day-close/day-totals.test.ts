import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayRowOf } from '../../../electron/payments/core/day-row.ts';
import { dateOf, dayOf, isWithin } from '../../../electron/payments/rules/day.ts';
import { dayTotals } from '../../../electron/payments/rules/day-totals.ts';
import { isRunning, openItems } from '../../../electron/payments/rules/open-items.ts';
import type { Figures } from '../../../shared/day-close.ts';
import { saleFacts } from '../payments/sale-facts.ts';
import { auditorsDate, type Move, type Sums, sumsOf } from './ledger.ts';
import { randomYear } from './random-year.ts';

const counts = ({ currency, environment }: { currency: string; environment: string }): boolean =>
  currency === saleFacts.currency && environment === saleFacts.environment;

const asSums = (figures: Figures): Sums => ({
  sales: figures.sales.minor,
  refunds: figures.refunds.minor,
  voids: figures.voids.minor,
  manual: figures.manual.minor,
  settled: figures.settled.minor,
  tips: figures.tipsMinor,
  surcharges: figures.surchargesMinor,
  all: figures.chargedMinor,
});
const nothing = sumsOf([]);

describe('the sums of a day', () => {
  it.each([0, 4, 12])('are what the terminals did in it, for each terminal and in all, over years with a cut-over at %i', (cutOverHour) => {
    const rule = { timeZone: 'Europe/Helsinki', cutOverHour };
    fc.assert(
      fc.property(randomYear, ({ payments, moves }) => {
        const dates = new Set(payments.map(({ startedAt }) => dateOf(startedAt, rule)));
        const byDate = Map.groupBy(moves, ({ begunAt }) => auditorsDate(begunAt, rule.timeZone, cutOverHour));
        expect([...byDate.keys()].filter((date) => !dates.has(date))).toEqual([]);
        for (const date of dates) {
          const first = payments.find(({ startedAt }) => dateOf(startedAt, rule) === date);
          const day = dayOf(first?.startedAt ?? '', rule);
          const totals = dayTotals(payments.filter(({ startedAt }) => isWithin(day, startedAt)).map(dayRowOf), counts);
          const its: readonly Move[] = byDate.get(date) ?? [];
          expect(asSums(totals.desk)).toEqual(sumsOf(its));
          for (const terminalId of ['71000001', '71000002', '71000003']) {
            const figures = totals.terminals.find((each) => each.terminalId === terminalId)?.figures;
            expect(figures === undefined ? nothing : asSums(figures)).toEqual(sumsOf(its.filter((move) => move.terminalId === terminalId)));
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('leave out other money, and say how much of it there is', () => {
    const payment = { facts: saleFacts, state: proven(1250), startedAt: '2026-11-23T10:00:00.000Z', releasedAt: null };
    const test = { ...payment, facts: { ...saleFacts, id: 'p-2', environment: 'training' as const } };
    const totals = dayTotals([payment, test].map(dayRowOf), counts);
    expect(totals.desk.chargedMinor).toBe(1250);
    expect(totals.otherMoney).toBe(1);
  });

  it('count a void as the whole sale, whatever sum its answer names', () => {
    const facts = { ...saleFacts, kind: 'void' as const };
    const voided = { facts, state: proven(1), startedAt: '2026-11-23T10:00:00.000Z', releasedAt: null };
    expect(dayTotals([dayRowOf(voided)], counts).desk).toMatchObject({ voids: { count: 1, minor: 1250 }, chargedMinor: -1250 });
  });
});

const proven = (chargedMinor: number) =>
  ({ name: 'approved', proof: 'answer', chargedMinor, tipMinor: 0, surchargeMinor: 0, stan: null, card: null }) as const;

describe('what a day has open', () => {
  const nobody = { isAlarm: () => false, isNotInWillba: () => false, naming: () => [] };

  it('is every payment of which nobody knows whether money moved, in years of random payments', () => {
    fc.assert(
      fc.property(randomYear, ({ payments }) => {
        const items = openItems(payments.map(dayRowOf), nobody);
        const unknown = payments.filter(({ state }) => ['unresolved', 'checking', 'sent', 'cancelling', 'created'].includes(state.name));
        expect(items.map(({ paymentId }) => paymentId).sort()).toEqual(unknown.map(({ facts }) => facts.id).sort());
      }),
    );
  });

  const row = (state: Parameters<typeof dayRowOf>[0]['state'], releasedAt: string | null = null) =>
    dayRowOf({ facts: saleFacts, state, startedAt: '2026-11-23T10:00:00.000Z', releasedAt });

  it.each([
    ['nothing has left yet', row({ name: 'created' }), 'running'],
    ['the answer is awaited', row({ name: 'sent', written: true }), 'running'],
    ['the desk went on beside it', row({ name: 'sent', written: true }, '2026-11-23T10:03:00.000Z'), 'released'],
    ['the answer is lost', row({ name: 'checking', cause: 'answer-lost', lookupsDone: 1, hint: null }), 'unclear'],
    ['nothing can prove it', row({ name: 'unresolved', cause: 'answer-lost', hint: null }), 'unclear'],
    ['an approval of nothing', row(proven(0)), 'unclear'],
    ['nobody has judged the signature', row({ ...proven(1250), signature: 'asked' }), 'unsigned'],
    ['the signature was refused', row({ ...proven(1250), signature: 'refused' }), 'signature-refused'],
  ])('%s', (_what, payment, why) => {
    const items = openItems([payment], nobody);
    expect(items.map((item) => item.why)).toEqual([why]);
    expect(items.every(isRunning)).toBe(why === 'running');
  });

  it('is not a refused signature whose money has gone back', () => {
    const voided = { ...row(proven(1250)), kind: 'void' as const };
    expect(openItems([row({ ...proven(1250), signature: 'refused' })], { ...nobody, naming: () => [voided] })).toEqual([]);
  });

  it('is an alarm that nobody opened, and what Willba has not accepted, beside anything else', () => {
    const all = { ...nobody, isAlarm: () => true, isNotInWillba: () => true };
    expect(openItems([row(proven(1250))], all).map(({ why }) => why)).toEqual(['alarm', 'not-in-willba']);
  });
});
