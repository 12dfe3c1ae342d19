import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpen } from '../../../electron/payments/core/state.ts';
import { TIMES } from '../../../electron/payments/core/times.ts';
import { lost, type PendingSale, refused } from '../../support/fakes/fake-card-terminal.ts';
import { createNetsLedger } from './nets-ledger.ts';
import { saleFacts } from './sale-facts.ts';
import { openTill, type Till } from './till.ts';

/**
 * The runner against a Nets that keeps its own ledger: any order of presses, answers, losses, full disks and restarts.
 * Releasing and settling join in with issue 3.
 */

const TERMINALS = ['71000001', '71000002'] as const;

type Act =
  | { readonly do: 'start'; readonly terminal: number }
  | { readonly do: 'let-clear'; readonly ok: boolean }
  | { readonly do: 'write' }
  | { readonly do: 'refuse' }
  | { readonly do: 'end'; readonly how: 'charged' | 'cancelled' | 'timed-out' | 'host'; readonly answer: 'comes' | 'is-lost' }
  | { readonly do: 'lose' }
  | { readonly do: 'cancel' | 'refresh'; readonly payment: number }
  | { readonly do: 'answer-cancel'; readonly delivered: boolean }
  | { readonly do: 'answer-lookup'; readonly reached: boolean }
  | { readonly do: 'advance'; readonly ms: number }
  | { readonly do: 'disk'; readonly full: boolean }
  | { readonly do: 'restart' };

const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.nat({ max: 1 }).map((terminal): Act => ({ do: 'start', terminal })) },
  { weight: 4, arbitrary: fc.boolean().map((ok): Act => ({ do: 'let-clear', ok })) },
  { weight: 6, arbitrary: fc.constant<Act>({ do: 'write' }) },
  { weight: 1, arbitrary: fc.constant<Act>({ do: 'refuse' }) },
  {
    weight: 6,
    arbitrary: fc
      .record({
        how: fc.constantFrom('charged', 'charged', 'cancelled', 'timed-out', 'host'),
        answer: fc.constantFrom('comes', 'is-lost'),
      })
      .map((some): Act => ({ do: 'end', ...some })),
  },
  { weight: 2, arbitrary: fc.constant<Act>({ do: 'lose' }) },
  { weight: 3, arbitrary: fc.nat({ max: 3 }).map((payment): Act => ({ do: 'cancel', payment })) },
  { weight: 3, arbitrary: fc.nat({ max: 3 }).map((payment): Act => ({ do: 'refresh', payment })) },
  { weight: 3, arbitrary: fc.boolean().map((delivered): Act => ({ do: 'answer-cancel', delivered })) },
  { weight: 4, arbitrary: fc.boolean().map((reached): Act => ({ do: 'answer-lookup', reached })) },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(100, 5_000, TIMES.cancelSettles, 30_000, TIMES.deadline, TIMES.givenUp)
      .map((ms): Act => ({ do: 'advance', ms })),
  },
  { weight: 2, arbitrary: fc.boolean().map((full): Act => ({ do: 'disk', full })) },
  { weight: 1, arbitrary: fc.constant<Act>({ do: 'restart' }) },
);

async function play(script: readonly Act[]) {
  const nets = createNetsLedger();
  const sent: string[] = [];
  let started = 0;
  let till = watched(openTill());

  /** Looks at each call at the very moment when it is made. */
  function watched(one: Till): Till {
    one.terminal.writesAtOnce = false;
    const { calls } = one.terminal;
    const push = calls.push.bind(calls);
    calls.push = (...made) => {
      for (const call of made) {
        if (call.call === 'sale') {
          const { orderId } = call.request;
          sent.push(orderId);
          // On disk before a byte leaves.
          const row = one.journal.open().find(({ facts }) => facts.orderId === orderId);
          expect(row?.state).toEqual({ name: 'sent', written: false });
        }
        if (call.call === 'cancelAction') {
          const holder = openSales(one).find(({ request }) => request.terminalId === call.terminalId);
          expect(holder).toBeDefined();
          // The very request that the wish is for is on the wire there.
          expect(nets.of(holder?.request.orderId ?? '')).not.toBeNull();
        }
      }
      return push(...made);
    };
    return one;
  }
  const openSales = (one: Till): PendingSale[] => one.terminal.sales.filter((sale) => !sale.answered());
  const paymentId = (index: number): string => `payment-${index + 1}`;

  async function act(it: Act): Promise<void> {
    switch (it.do) {
      case 'start': {
        started += 1;
        const facts = { ...saleFacts, id: paymentId(started - 1), orderId: `WP-${started}`, amountMinor: 1000 + started };
        till.terminal.script.clear.push('held');
        till.runner.start({ ...facts, terminalId: TERMINALS[it.terminal] ?? TERMINALS[0] }, `attempt-${started}`, null);
        break;
      }
      case 'let-clear':
        till.terminal.clears.find((one) => !one.answered())?.answer(it.ok ? { ok: true, value: null } : { ok: false, error: 'not-sent' });
        break;
      case 'write': {
        const sale = openSales(till).find(({ request }) => nets.of(request.orderId) === null);
        if (sale === undefined) break;
        nets.began(sale.request.orderId, sale.request.terminalId, sale.request.amountMinor);
        sale.write();
        break;
      }
      case 'refuse':
        openSales(till)
          .find(({ request }) => nets.of(request.orderId) === null)
          ?.answer(refused('not-sent'));
        break;
      case 'end': {
        const entry = nets.open()[0];
        if (entry === undefined) break;
        const outcome = nets.ends(entry.orderId, it.how);
        const sale = openSales(till).find(({ request }) => request.orderId === entry.orderId);
        sale?.answer(it.answer === 'comes' && outcome !== null ? outcome : lost);
        break;
      }
      case 'lose':
        openSales(till)
          .find(({ request }) => nets.of(request.orderId) !== null)
          ?.answer(lost);
        break;
      case 'cancel':
        till.runner.cancel(paymentId(it.payment));
        break;
      case 'refresh':
        till.runner.refresh(paymentId(it.payment));
        break;
      case 'answer-cancel':
        till.terminal.cancels.find((one) => !one.answered())?.answer(it.delivered ? 'delivered' : 'failed');
        break;
      case 'answer-lookup': {
        const lookup = till.terminal.lookups.find((one) => !one.answered());
        lookup?.answer(it.reached ? nets.shows(lookup.terminalId) : { kind: 'unreachable' });
        break;
      }
      case 'advance':
        await till.clock.advance(it.ms);
        break;
      case 'disk':
        till.journal.failing = it.full ? 'disk-full' : null;
        break;
      case 'restart':
        till.journal.failing = null;
        till = watched(till.restart());
        till.runner.recover();
        break;
    }
    await till.clock.settle();
    agrees();
  }

  /** The journal and what the screen shows never contradict the ledger. */
  function agrees(): void {
    expect(new Set(sent).size).toBe(sent.length);
    const holders: string[] = [];
    for (let index = 0; index < started; index += 1) {
      const kept = till.journal.byId(paymentId(index));
      if (kept === null) continue;
      if (isOpen(kept.state)) holders.push(kept.facts.terminalId ?? '');
      const truth = nets.of(kept.facts.orderId);
      for (const state of [kept.state, till.runner.find(kept.facts.id)?.state ?? kept.state]) {
        if (state.name === 'approved') expect(truth).toMatchObject({ ended: 'charged', amountMinor: state.chargedMinor });
        if (['declined', 'cancelled', 'timed-out', 'refused'].includes(state.name))
          expect(truth?.ended ?? 'not-charged').toBe('not-charged');
      }
    }
    expect(new Set(holders).size).toBe(holders.length);
  }

  for (const one of script) await act(one);

  // In the end the disk has room, the line is good and the program is started once more: everything is known, or openly unknown.
  await act({ do: 'restart' });
  for (let step = 0; step < 60; step += 1) {
    await act({ do: 'advance', ms: 5_000 });
    while (till.terminal.lookups.some((one) => !one.answered())) await act({ do: 'answer-lookup', reached: true });
  }
  expect(till.journal.open()).toEqual([]);
  expect(till.clock.timers()).toBeLessThanOrEqual(till.terminal.cancels.length);
  for (let index = 0; index < started; index += 1) {
    const kept = till.journal.byId(paymentId(index));
    const truth = kept === null ? null : nets.of(kept.facts.orderId);
    if (kept !== null && truth?.ended === 'charged' && nets.isLatest(truth.orderId)) expect(kept.state.name).toBe('approved');
    if (kept !== null && truth === null) expect(['refused', 'cancelled', 'unresolved']).toContain(kept.state.name);
  }
  expect(till.broke).toEqual([]);
}

describe('for any order of presses, answers, losses, full disks and restarts', () => {
  it('the journal never says anything about money that Nets’ own ledger denies, and no sale goes out twice', async () => {
    await fc.assert(fc.asyncProperty(fc.array(acts, { minLength: 5, maxLength: 40 }), play), { numRuns: 150 });
  });
});
