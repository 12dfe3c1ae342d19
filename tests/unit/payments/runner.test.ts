import { describe, expect, it } from 'vitest';
import { TIMES } from '../../../electron/payments/core/times.ts';
import { liveView } from '../../../electron/payments/runner/live-view.ts';
import {
  approvalOf,
  approved,
  hostSaidNo,
  lost,
  refused,
  rejectedAs,
  somebodyElsesSale,
  unreadable,
} from '../../support/fakes/fake-card-terminal.ts';
import { ourProof, saleFacts } from './sale-facts.ts';
import { answerLast, BEGINNING, openTill } from './till.ts';

describe('one sale, from the press of Maksa to the verdict', () => {
  it('is approved by its own answer, on disk before each byte', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    expect(sale.request).toEqual({ kind: 'sale', terminalId: '71000001', amountMinor: 1250, orderId: 'WP-0001' });

    await till.clock.advance(9_000);
    sale.answer(approved(1250));
    await till.clock.settle();

    expect(till.story).toEqual([...BEGINNING, '9 row approved after answered']);
    expect(till.state()).toEqual({ name: 'approved', proof: 'answer', ...approvalOf(1250) });
    expect(till.journal.byId(saleFacts.id)).toMatchObject({ startedAt: '2026-11-23T10:00:00.000Z', endedAt: '2026-11-23T10:00:09.000Z' });
    expect(till.journal.rows(saleFacts.id).at(-1)?.evidence).toMatchObject({ bodySha256: 'sale WP-0001' });
  });

  it('tells the screen each state, and tells it only what is on disk already', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    sale.answer(approved(1250));
    await till.clock.settle();
    const told = till.published.filter((name, index) => name !== till.published[index - 1]);
    expect(told).toEqual(['created', 'sent', 'approved']);
  });

  it('keeps what was charged beside what was asked when the guest added a tip', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    sale.answer({ kind: 'approved', approval: { ...approvalOf(1450), tipMinor: 200 } });
    await till.clock.settle();
    expect(till.state()).toMatchObject({ name: 'approved', chargedMinor: 1450, tipMinor: 200 });
    expect(till.journal.byId(saleFacts.id)?.facts.amountMinor).toBe(1250);
  });

  it('is declined by the bank', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    await till.clock.advance(4_000);
    sale.answer(hostSaidNo);
    await till.clock.settle();
    expect(till.story).toEqual([...BEGINNING, '4 row declined after answered']);
    expect(till.state()).toEqual({ name: 'declined', hostCode: '51' });
  });

  it('is cancelled by the guest at the terminal, which the desk never asked for', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    await till.clock.advance(4_000);
    sale.answer(rejectedAs('cancelled'));
    await till.clock.settle();
    expect(till.story).toEqual([...BEGINNING, '4 row cancelled after answered']);
    expect(till.state()).toEqual({ name: 'cancelled', by: 'guest' });
    expect(till.terminal.count('cancelAction')).toBe(0);
  });

  it.each(['busy', 'inactive', 'not-connected', 'unknown-terminal', 'not-authorised', 'not-sent'] as const)(
    'is refused as %s by its own answer, and nothing more is asked',
    async (reason) => {
      const till = openTill();
      const sale = await till.onTheWire();
      sale.answer(refused(reason));
      await till.clock.settle();
      await till.clock.advance(TIMES.givenUp * 2);
      expect(till.story).toEqual([...BEGINNING, '0 row refused after answered']);
      expect(till.state()).toEqual({ name: 'refused', reason });
    },
  );

  it.each(['not-authorised', 'not-sent'] as const)('sends nothing when there is no token: %s', async (reason) => {
    const till = openTill();
    till.terminal.script.clear.push({ ok: false, error: reason });
    await till.start();
    expect(till.story).toEqual(['0 row created after started', '0 call clear', '0 row refused after stopped-before-sending']);
    expect(till.state()).toEqual({ name: 'refused', reason });
  });

  it('journals a try on an inactive terminal and asks Nets for nothing', async () => {
    const till = openTill();
    await till.start({}, 'inactive');
    expect(till.story).toEqual(['0 row created after started', '0 row refused after stopped-before-sending']);
    expect(till.state()).toEqual({ name: 'refused', reason: 'inactive' });
    await till.clock.advance(TIMES.givenUp);
    expect(till.terminal.calls).toEqual([]);
  });

  it('is never sent twice from one form, however often Maksa is hit', async () => {
    const till = openTill();
    expect(till.runner.start(saleFacts, 'one-form', null).ok).toBe(true);
    expect(till.runner.start({ ...saleFacts, id: 'payment-2', orderId: 'WP-0002' }, 'one-form', null)).toEqual({
      ok: false,
      error: { kind: 'key-used', paymentId: 'payment-1' },
    });
    await till.clock.settle();
    till.sale().answer(approved(1250));
    await till.clock.settle();
    expect(till.runner.start({ ...saleFacts, id: 'payment-3', orderId: 'WP-0003' }, 'one-form', null)).toMatchObject({ ok: false });
    await till.clock.settle();
    expect(till.terminal.count('sale')).toBe(1);
  });

  it('is never sent twice on one terminal at a time', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    const second = { ...saleFacts, id: 'payment-2', orderId: 'WP-0002' };
    expect(till.runner.start(second, 'another-form', null)).toEqual({ ok: false, error: { kind: 'terminal-held' } });
    await till.clock.settle();
    expect(till.terminal.count('sale')).toBe(1);
    expect(till.journal.byId('payment-2')).toBeNull();

    sale.answer(hostSaidNo);
    await till.clock.settle();
    await till.start({ id: 'payment-2', orderId: 'WP-0002' });
    expect(till.terminal.sales.map(({ request }) => request.orderId)).toEqual(['WP-0001', 'WP-0002']);
  });

  it('goes on beside a sale on another terminal, each with its own answer', async () => {
    const till = openTill();
    const first = await till.onTheWire();
    const second = await till.onTheWire({ id: 'payment-2', orderId: 'WP-0002', terminalId: '71000002', amountMinor: 990 });
    second.answer(approved(990));
    first.answer(hostSaidNo);
    await till.clock.settle();
    expect(till.state('payment-1')).toMatchObject({ name: 'declined' });
    expect(till.state('payment-2')).toMatchObject({ name: 'approved', chargedMinor: 990 });
  });

  it('knows nothing when the answer is lost, and does not free the terminal', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    await till.clock.advance(2_000);
    sale.answer(lost);
    await till.clock.settle();
    expect(till.story).toEqual([...BEGINNING, '2 row checking after answered']);
    expect(till.runner.start({ ...saleFacts, id: 'payment-2', orderId: 'WP-0002' }, 'another-form', null)).toEqual({
      ok: false,
      error: { kind: 'terminal-held' },
    });
  });

  it('knows nothing when the answer cannot be read', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    sale.answer(unreadable);
    await till.clock.settle();
    expect(till.state()).toEqual({ name: 'checking', cause: 'unreadable', lookupsDone: 0, hint: null });
  });

  it('is not changed by a wall clock that jumps an hour', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    till.clock.jumpWallTime(3_600_000);
    await till.clock.advance(TIMES.deadline - 1);
    expect(till.terminal.count('cancelAction')).toBe(0);
    till.clock.jumpWallTime(-7_200_000);
    await till.clock.advance(1);
    expect(till.terminal.count('cancelAction')).toBe(1);
    sale.answer(rejectedAs('cancelled'));
    await till.clock.settle();
    expect(till.state()).toEqual({ name: 'timed-out' });
  });
});

describe('what the waiting screen is told', () => {
  const live = (till: ReturnType<typeof openTill>) => {
    const run = till.runner.find(saleFacts.id);
    return run === null ? null : liveView(run, till.clock.elapsed());
  };

  it('counts from the request itself, and not from the press of Maksa', async () => {
    const till = openTill();
    till.terminal.writesAtOnce = false;
    till.terminal.script.clear.push('held');
    await till.start();
    expect(live(till)).toEqual({ phase: 'preparing', busyAnswers: 0 });
    await till.clock.advance(2_000);
    answerLast(till.terminal.clears, { ok: true, value: null });
    await till.clock.settle();
    expect(live(till)).toMatchObject({ phase: 'waiting', writtenMsAgo: null });
    await till.clock.advance(1_000);
    till.sale().write();
    await till.clock.advance(7_000);
    expect(live(till)).toEqual({ phase: 'waiting', writtenMsAgo: 7_000, cancelAskedBy: null, cancelDelivery: null, refresh: 'idle' });
  });

  it('keeps its count when the connection reports the first byte twice', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    await till.clock.advance(7_000);
    sale.write();
    await till.clock.settle();
    expect(live(till)).toMatchObject({ writtenMsAgo: 7_000 });
    await till.clock.advance(TIMES.deadline - 7_000);
    expect(till.moments('cancelAction')).toEqual([120]);
  });

  it('says how the wish to cancel fares', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    till.runner.cancel(saleFacts.id);
    expect(live(till)).toMatchObject({ cancelAskedBy: 'desk', cancelDelivery: 'under-way' });
    answerLast(till.terminal.cancels, 'delivered');
    await till.clock.settle();
    expect(live(till)).toMatchObject({ cancelAskedBy: 'desk', cancelDelivery: 'delivered' });
    sale.answer(rejectedAs('cancelled'));
    await till.clock.settle();
    expect(live(till)).toBeNull();
  });

  it('says when the next lookup comes, what was asked and what the last one showed', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    sale.answer(lost);
    await till.clock.advance(1_000);
    expect(live(till)).toMatchObject({ phase: 'checking', cause: 'answer-lost', lookupsDone: 0, lookupsPlanned: 5, nextLookupInMs: 4_000 });
    await till.clock.advance(4_000);
    expect(live(till)).toMatchObject({ asking: true, nextLookupInMs: null });
    answerLast(till.terminal.lookups, somebodyElsesSale);
    await till.clock.settle();
    expect(live(till)).toMatchObject({ asking: false, lookupsDone: 1, nextLookupInMs: 10_000, hint: { why: 'foreign-order-id' } });
    await till.clock.advance(10_000);
    answerLast(till.terminal.lookups, { kind: 'unreachable' });
    await till.clock.settle();
    expect(live(till)).toMatchObject({ lookupsDone: 1, lookupFailed: true, nextLookupInMs: 5_000 });
    await till.clock.advance(5_000);
    answerLast(till.terminal.lookups, ourProof);
    await till.clock.settle();
    expect(live(till)).toBeNull();
  });
});
