import { describe, expect, it } from 'vitest';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import { TIMES } from '../../../electron/payments/core/times.ts';
import { approvalOf, approved, hostSaidNo, lost, somebodyElsesSale } from '../../support/fakes/fake-card-terminal.ts';
import { createFakeClock } from '../../support/fakes/fake-clock.ts';
import { createMemoryJournal } from '../../support/fakes/memory-journal.ts';
import { foreignHint, ourProof, saleFacts, settlement } from './sale-facts.ts';
import { answerLast, openTill, type Till } from './till.ts';

/** A program that starts over a journal which an earlier run left with one payment in this state. */
function startedOver(state: PaymentState, released = false): Till {
  const clock = createFakeClock();
  const journal = createMemoryJournal();
  const at = clock.wallTime();
  journal.create(saleFacts, 'attempt-1', { at, event: { type: 'started' }, state: { name: 'created' }, evidence: null });
  if (state.name !== 'created') {
    const sent: PaymentState = { name: 'sent', written: false };
    journal.append(saleFacts.id, { at, event: { type: 'cleared' }, state: sent, evidence: null });
    journal.append(saleFacts.id, { at, event: { type: 'request-written' }, state, evidence: null });
  }
  if (released) journal.append(saleFacts.id, { at, event: { type: 'released' }, state, evidence: null });
  const till = openTill({ clock, journal });
  till.runner.recover();
  return till;
}

describe('the program was gone and is back', () => {
  it('finds a sale that was never sent, and says so', async () => {
    const till = startedOver({ name: 'created' });
    await till.clock.advance(3_600_000);
    expect(till.state()).toEqual({ name: 'refused', reason: 'not-sent' });
    expect(till.terminal.calls).toEqual([]);
    expect(till.story).toEqual(['0 row refused after restarted']);
  });

  it.each<[string, PaymentState]>([
    ['about to be sent', { name: 'sent', written: false }],
    ['on the wire', { name: 'sent', written: true }],
    ['being cancelled, wish held', { name: 'cancelling', written: false, by: 'desk', delivery: 'held' }],
    ['being cancelled, wish under way', { name: 'cancelling', written: true, by: 'desk', delivery: 'under-way' }],
    ['being cancelled by the deadline', { name: 'cancelling', written: true, by: 'deadline', delivery: 'delivered' }],
    ['being looked up', { name: 'checking', cause: 'answer-lost', lookupsDone: 4, hint: foreignHint }],
  ])('looks a payment up that was %s: at the times of the table, never sent again, never cancelled', async (_what, state) => {
    const till = startedOver(state);
    till.terminal.script.lookup.push(...Array.from({ length: 9 }, () => somebodyElsesSale));
    expect(till.state()).toMatchObject({ name: 'checking', lookupsDone: 0 });
    expect(till.runner.cancel(saleFacts.id)).toEqual({ ok: false, error: 'not-possible-now' });
    await till.clock.advance(24 * 3_600_000);
    expect(till.terminal.names()).toEqual(['lookup', 'lookup', 'lookup', 'lookup', 'lookup']);
    expect(till.moments('lookup')).toEqual([5, 15, 30, 60, 180]);
    expect(till.state()).toMatchObject({ name: 'unresolved' });
  });

  it('proves the approval that happened while it was gone', async () => {
    const till = startedOver({ name: 'sent', written: true });
    till.terminal.script.lookup.push(ourProof);
    await till.clock.advance(5_000);
    expect(till.story).toEqual(['0 row checking after restarted', '5 call lookup', '5 row approved after looked-up']);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup', chargedMinor: 1250 });
  });

  it('holds the terminal of a payment that it looks up', async () => {
    const till = startedOver({ name: 'sent', written: true });
    expect(till.runner.start({ ...saleFacts, id: 'payment-2', orderId: 'WP-0002' }, 'attempt-2', null)).toEqual({
      ok: false,
      error: { kind: 'terminal-held' },
    });
  });

  it('goes on looking up a released payment without holding its terminal', async () => {
    const till = startedOver({ name: 'checking', cause: 'answer-lost', lookupsDone: 1, hint: null }, true);
    till.terminal.script.lookup.push(somebodyElsesSale, ourProof);
    expect(till.runner.find(saleFacts.id)?.releasedAt).not.toBeNull();
    await till.clock.advance(15_000);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
  });

  it('looks once more at a payment that nobody could resolve', async () => {
    const till = startedOver({ name: 'unresolved', cause: 'answer-lost', hint: foreignHint });
    await till.clock.settle();
    expect(till.terminal.names()).toEqual(['lookup']);
    answerLast(till.terminal.lookups, ourProof);
    await till.clock.settle();
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
  });

  it('learns nothing from that look, and asks no further', async () => {
    const till = startedOver({ name: 'unresolved', cause: 'answer-lost', hint: null });
    answerLast(till.terminal.lookups, somebodyElsesSale);
    await till.clock.advance(24 * 3_600_000);
    expect(till.terminal.count('lookup')).toBe(1);
    expect(till.state()).toMatchObject({ name: 'unresolved', hint: { why: 'foreign-order-id' } });
  });

  it.each<[string, PaymentState]>([
    ['approved', { name: 'approved', proof: 'answer', ...approvalOf(1250) }],
    ['declined', { name: 'declined', hostCode: '51' }],
    ['cancelled', { name: 'cancelled', by: 'guest' }],
    ['timed out', { name: 'timed-out' }],
    ['refused', { name: 'refused', reason: 'busy' }],
    ['settled by a person', { name: 'settled-by-person', settlement: settlement(true), approval: null }],
  ])('leaves a payment alone that was %s', async (_what, state) => {
    const till = startedOver(state);
    await till.clock.advance(24 * 3_600_000);
    expect(till.terminal.calls).toEqual([]);
    expect(till.state()).toEqual(state);
  });

  it('looks once at one that was called overwritten although nothing that may have run came after it', async () => {
    const till = startedOver({ name: 'unresolved', cause: 'overwritten', hint: foreignHint });
    expect(till.terminal.count('lookup')).toBe(1);
    answerLast(till.terminal.lookups, ourProof);
    await till.clock.settle();
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
  });

  it('asks only once although recovery is asked for twice', async () => {
    const till = startedOver({ name: 'sent', written: true });
    till.runner.recover();
    till.terminal.script.lookup.push(ourProof);
    await till.clock.advance(60_000);
    expect(till.terminal.count('lookup')).toBe(1);
    expect(till.journal.eventNames(saleFacts.id).filter((name) => name === 'restarted')).toHaveLength(1);
  });

  it('again and again while nothing can be proven: the sale was sent once in all', async () => {
    const first = openTill();
    await first.onTheWire();
    let till = first;
    for (let start = 0; start < 5; start += 1) {
      till = till.restart();
      till.runner.recover();
      till.terminal.script.lookup.push(somebodyElsesSale, somebodyElsesSale);
      await till.clock.advance(16_000);
      expect(till.terminal.names()).toEqual(['lookup', 'lookup']);
    }
    expect(till.state()).toMatchObject({ name: 'checking', cause: 'answer-lost' });
  });
});

describe('the process goes down', () => {
  const moments: [string, (till: Till) => Promise<void>][] = [
    [
      'while the token is fetched',
      async (till) => {
        till.terminal.script.clear.push('held');
        await till.start();
      },
    ],
    [
      'before the request is written',
      async (till) => {
        till.terminal.writesAtOnce = false;
        await till.start();
      },
    ],
    ['while the guest pays', async (till) => void (await till.onTheWire())],
    [
      'while a wish to cancel is under way',
      async (till) => {
        await till.onTheWire();
        till.runner.cancel(saleFacts.id);
      },
    ],
    [
      'while the next lookup is awaited',
      async (till) => {
        (await till.onTheWire()).answer(lost);
        await till.clock.settle();
      },
    ],
    [
      'while a lookup is under way',
      async (till) => {
        (await till.onTheWire()).answer(lost);
        await till.clock.advance(5_000);
      },
    ],
    [
      'while rows wait for the disk',
      async (till) => {
        const sale = await till.onTheWire();
        till.journal.failing = 'disk-full';
        sale.answer(hostSaidNo);
        await till.clock.settle();
        till.journal.failing = null;
      },
    ],
  ];

  it.each(moments)('%s: nothing more is written, sent or asked', async (_when, arrange) => {
    const till = openTill();
    await arrange(till);
    const before = [...till.story];
    till.runner.stop();
    for (const clear of till.terminal.clears) clear.answer({ ok: true, value: null });
    for (const sale of till.terminal.sales) sale.write();
    for (const sale of till.terminal.sales) sale.answer(approved(1250));
    for (const cancel of till.terminal.cancels) cancel.answer('delivered');
    for (const lookup of till.terminal.lookups) lookup.answer(ourProof);
    await till.clock.advance(TIMES.givenUp * 3);
    expect(till.story).toEqual(before);
    expect(till.broke).toEqual([]);
  });

  it.each(moments)('%s: the next start finds out, or knows that nothing was sent', async (_when, arrange) => {
    const till = openTill();
    await arrange(till);
    const sent = till.terminal.count('sale') > 0;
    const again = till.restart();
    again.runner.recover();
    again.terminal.script.lookup.push(ourProof);
    await again.clock.advance(5_000);
    expect(again.state()).toMatchObject(sent ? { name: 'approved', proof: 'lookup' } : { name: 'refused', reason: 'not-sent' });
    expect(again.terminal.count('sale')).toBe(0);
  });

  it('tells its open request that nobody waits for it', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    expect(sale.signal.aborted).toBe(false);
    till.runner.stop();
    expect(sale.signal.aborted).toBe(true);
    expect(till.journal.byId(saleFacts.id)?.state).toEqual({ name: 'sent', written: true });
  });
});

describe('the desk leaves a terminal that says nothing', () => {
  it('not before 150 s, then at once, and the payment goes on in the background', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    await till.clock.advance(TIMES.releaseAllowed - 1);
    expect(till.runner.release(saleFacts.id)).toEqual({ ok: false, error: 'not-possible-now' });
    await till.clock.advance(1);
    expect(till.runner.release(saleFacts.id)).toEqual({ ok: true, value: null });
    expect(till.journal.byId(saleFacts.id)?.releasedAt).not.toBeNull();
    expect(till.journal.eventNames(saleFacts.id)).toContain('released');
    sale.answer(approved(1250));
    await till.clock.settle();
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'answer' });
  });

  it('once: a second press writes nothing', async () => {
    const till = openTill();
    await till.onTheWire();
    await till.clock.advanceBy('releaseAllowed');
    till.runner.release(saleFacts.id);
    till.runner.release(saleFacts.id);
    expect(till.journal.eventNames(saleFacts.id).filter((name) => name === 'released')).toHaveLength(1);
  });

  it('and it frees the terminal for another guest without forgetting the first', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    sale.answer(lost);
    await till.clock.advance(20_000);
    till.runner.release(saleFacts.id);
    await till.start({ id: 'payment-2', orderId: 'WP-0002' });
    expect(till.journal.open().map(({ facts }) => facts.id)).toContain('payment-2');
    expect(till.terminal.sales.map(({ request }) => request.orderId)).toEqual(['WP-0001', 'WP-0002']);
  });

  it('is not possible for a sale that is not on the wire yet', async () => {
    const till = openTill();
    till.terminal.script.clear.push('held');
    await till.start();
    await till.clock.advance(TIMES.givenUp);
    expect(till.runner.release(saleFacts.id)).toEqual({ ok: false, error: 'not-possible-now' });
  });
});
