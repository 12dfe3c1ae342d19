import { describe, expect, it } from 'vitest';
import type { PaymentFacts } from '../../../electron/payments/core/facts.ts';
import { TIMES } from '../../../electron/payments/core/times.ts';
import {
  approved,
  hostSaidNo,
  lost,
  type PendingVoid,
  proofFor,
  refused,
  somebodyElsesSale,
  unreadable,
} from '../../support/fakes/fake-card-terminal.ts';
import { ourProof, saleFacts, settlement } from './sale-facts.ts';
import { openTill, type Till } from './till.ts';

const voidFacts: PaymentFacts = { ...saleFacts, id: 'payment-2', orderId: 'WP-0002', kind: 'void', originalId: saleFacts.id };

/** A till whose sale of 12,50 was approved by its own answer. */
async function paid(): Promise<Till> {
  const till = openTill();
  (await till.onTheWire()).answer(approved(1250));
  await till.clock.settle();
  expect(till.state()).toMatchObject({ name: 'approved' });
  return till;
}

/** The void looked, saw its sale, and is on the wire. */
async function voiding(till: Till): Promise<PendingVoid> {
  till.terminal.script.lookup.push(ourProof);
  await till.start(voidFacts);
  return lastVoid(till);
}

function lastVoid(till: Till): PendingVoid {
  const sent = till.terminal.voids.at(-1);
  if (sent === undefined) throw new Error('No void was sent');
  return sent;
}

const state = (till: Till) => till.state(voidFacts.id);

describe('a void', () => {
  it('looks at the terminal first, is on disk, and goes out once for the whole sum', async () => {
    const till = await paid();
    const sent = await voiding(till);
    expect(till.terminal.names().slice(-3)).toEqual(['clear', 'lookup', 'void']);
    expect(sent.request).toEqual({ terminalId: '71000001', amountMinor: 1250, saleOrderId: saleFacts.orderId });
    expect(till.journal.stateNames(voidFacts.id)).toContain('sent');
    sent.answer(approved(1250));
    await till.clock.settle();
    expect(state(till)).toMatchObject({ name: 'approved', chargedMinor: 1250 });
    expect(till.state()).toMatchObject({ name: 'approved', chargedMinor: 1250 });
    expect(till.terminal.count('void')).toBe(1);
  });

  it('is never sent once its sale’s session is closed, whatever the terminal would show', async () => {
    const till = await paid();
    till.journal.reconciled.add(saleFacts.id);
    till.terminal.script.lookup.push(ourProof);
    await till.start(voidFacts);
    expect(state(till)).toEqual({ name: 'refused', reason: 'not-latest' });
    expect(till.terminal.count('void')).toBe(0);
  });

  it.each([
    ['another desk’s sale', somebodyElsesSale],
    ['nothing at all', { kind: 'no-transaction' } as const],
    ['something unreadable', { kind: 'unreadable' } as const],
    ['a sale keyed in by hand', { kind: 'record', record: { ...recordOf(ourProof), orderId: null } } as const],
    ['its own order id, rejected', { kind: 'record', record: { ...recordOf(ourProof), result: 2 } } as const],
  ])('is never sent where the look shows %s, not even when it looks again', async (_what, shown) => {
    const till = await paid();
    till.terminal.script.lookup.push(shown, shown);
    await till.start(voidFacts);
    expect(till.terminal.count('lookup')).toBe(1);
    await till.clock.advanceBy('voidLookAgain');
    expect(till.terminal.count('lookup')).toBe(2);
    expect(state(till)).toEqual({ name: 'refused', reason: 'not-latest' });
    expect(till.terminal.count('void')).toBe(0);
  });

  it('looks once more, because Nets shows a transaction some seconds late', async () => {
    const till = await paid();
    till.terminal.script.lookup.push(somebodyElsesSale, ourProof);
    await till.start(voidFacts);
    await till.clock.advanceBy('voidLookAgain');
    expect(till.terminal.count('void')).toBe(1);
  });

  it.each([
    ['Nets cannot be reached', { kind: 'unreachable' } as const, 'not-sent'],
    ['Nets does not reach the terminal', { kind: 'unreachable', terminal: 'not-connected' } as const, 'not-connected'],
    ['the log-in is refused', { kind: 'not-authorised' } as const, 'not-authorised'],
  ])('is not sent where %s', async (_what, shown, reason) => {
    const till = await paid();
    till.terminal.script.lookup.push(shown);
    await till.start(voidFacts);
    expect(state(till)).toEqual({ name: 'refused', reason });
    expect(till.terminal.count('void')).toBe(0);
  });

  it('looks once more at a busy terminal, and says that it is busy where it still is', async () => {
    const till = await paid();
    const busy = { kind: 'unreachable', terminal: 'busy' } as const;
    till.terminal.script.lookup.push(busy, busy);
    await till.start(voidFacts);
    expect(state(till)).toMatchObject({ name: 'created' });
    await till.clock.advanceBy('voidLookAgain');
    expect(state(till)).toEqual({ name: 'refused', reason: 'busy' });
    expect(till.terminal.count('void')).toBe(0);
  });

  it('is not sent while an older request of this PC is still open at that terminal', async () => {
    const till = openTill();
    await till.onTheWire({ id: 'payment-0', orderId: 'WP-0000' });
    await till.clock.advanceBy('releaseAllowed');
    till.terminal.script.cancelAction.push('delivered');
    expect(till.runner.release('payment-0').ok).toBe(true);
    (await till.onTheWire()).answer(approved(1250));
    await till.clock.settle();
    await till.start(voidFacts);
    expect(state(till)).toEqual({ name: 'refused', reason: 'busy' });
    expect(till.terminal.count('lookup')).toBe(0);
  });

  it('tries again after the terminal said busy, each time after a look, until the waits are used up', async () => {
    const till = await paid();
    (await voiding(till)).answer(refused('busy'));
    for (const wait of TIMES.voidBusyWaits) {
      await till.clock.settle();
      expect(state(till)).toMatchObject({ name: 'created' });
      const sent = till.terminal.count('void');
      till.terminal.script.lookup.push(ourProof);
      await till.clock.advance(wait - 1);
      expect(till.terminal.count('void')).toBe(sent);
      await till.clock.advance(1);
      expect(till.terminal.count('void')).toBe(sent + 1);
      expect(till.terminal.names().slice(-2)).toEqual(['lookup', 'void']);
      lastVoid(till).answer(refused('busy'));
    }
    await till.clock.settle();
    expect(state(till)).toEqual({ name: 'refused', reason: 'busy' });
    await till.clock.advance(60_000);
    expect(till.terminal.count('void')).toBe(TIMES.voidBusyWaits.length + 1);
  });

  it('stops trying when another desk sold there while the terminal was busy', async () => {
    const till = await paid();
    (await voiding(till)).answer(refused('busy'));
    await till.clock.settle();
    till.terminal.script.lookup.push(somebodyElsesSale, somebodyElsesSale);
    await till.clock.advance(TIMES.voidBusyWaits[0] + TIMES.voidLookAgain);
    expect(state(till)).toEqual({ name: 'refused', reason: 'not-latest' });
    expect(till.terminal.count('void')).toBe(1);
  });

  it('can be called off while it waits for a busy terminal, and not once it is on the wire', async () => {
    const till = await paid();
    const first = await voiding(till);
    expect(till.runner.cancel(voidFacts.id)).toEqual({ ok: false, error: 'not-possible-now' });
    first.answer(refused('busy'));
    await till.clock.settle();
    expect(till.runner.cancel(voidFacts.id).ok).toBe(true);
    expect(state(till)).toEqual({ name: 'cancelled', by: 'desk' });
    await till.clock.advance(60_000);
    expect(till.terminal.count('void')).toBe(1);
    expect(till.terminal.count('cancelAction')).toBe(0);
  });

  it.each([
    ['lost', lost],
    ['unreadable', unreadable],
  ])('is never repeated after an answer that is %s: it is looked at, and then a person decides', async (_what, outcome) => {
    const till = await paid();
    (await voiding(till)).answer(outcome);
    await till.clock.settle();
    expect(state(till)).toMatchObject({ name: 'checking' });
    // Whatever the lookups show proves nothing about a void, not even the sale that it was to take back.
    till.terminal.script.lookup.push(...Array.from({ length: TIMES.lookups.length }, () => ourProof));
    await till.clock.advance(TIMES.lookups.at(-1) ?? 0);
    expect(state(till)).toMatchObject({ name: 'unresolved' });
    expect(till.terminal.count('void')).toBe(1);
    expect(till.terminal.count('cancelAction')).toBe(0);
    expect(till.state()).toMatchObject({ name: 'approved', chargedMinor: 1250 });
    expect(till.runner.settle(voidFacts.id, settlement(true)).ok).toBe(true);
  });

  it('is lost after a minute, and a busy that comes later does not bring it back', async () => {
    const till = await paid();
    const sent = await voiding(till);
    await till.clock.advanceBy('voidGivenUp');
    expect(state(till)).toMatchObject({ name: 'checking' });
    sent.answer(refused('busy'));
    await till.clock.settle();
    expect(state(till)).toEqual({ name: 'refused', reason: 'busy' });
    await till.clock.advance(60_000);
    expect(till.terminal.count('void')).toBe(1);
  });

  it('is not asked to stop at 120 s: cancelAction would stop somebody else', async () => {
    const till = await paid();
    await voiding(till);
    till.terminal.script.lookup.push(somebodyElsesSale, somebodyElsesSale, somebodyElsesSale);
    await till.clock.advance(TIMES.deadline + 5_000);
    expect(till.terminal.count('cancelAction')).toBe(0);
  });

  it('that was refused by the host stays one, and the sale stays charged', async () => {
    const till = await paid();
    (await voiding(till)).answer(hostSaidNo);
    await till.clock.settle();
    expect(state(till)).toEqual({ name: 'declined', hostCode: '51' });
    expect(till.state()).toMatchObject({ name: 'approved' });
  });

  it('is looked up after a restart and never sent again; one that waited for a busy terminal is over', async () => {
    const till = await paid();
    await voiding(till);
    const after = till.restart();
    after.runner.recover();
    expect(state(after)).toMatchObject({ name: 'checking' });
    await after.clock.advance(300_000);
    expect(after.terminal.count('void')).toBe(0);

    const busy = await paid();
    (await voiding(busy)).answer(refused('busy'));
    await busy.clock.settle();
    const later = busy.restart();
    later.runner.recover();
    expect(state(later)).toEqual({ name: 'refused', reason: 'busy' });
  });
});

describe('a payment with a signature', () => {
  const signed = { kind: 'approved', approval: { ...approvalWithSignature() } } as const;

  it('asks, keeps the question over a restart, and takes one answer', async () => {
    const till = openTill();
    (await till.onTheWire()).answer(signed);
    await till.clock.settle();
    expect(till.state()).toMatchObject({ name: 'approved', signature: 'asked' });
    const after = till.restart();
    after.runner.recover();
    expect(after.runner.judgeSignature(saleFacts.id, false, 'Maija V.')).toEqual({ ok: true, value: null });
    expect(after.state()).toMatchObject({ name: 'approved', signature: 'refused', chargedMinor: 1250 });
    expect(after.runner.judgeSignature(saleFacts.id, true, 'Maija V.')).toEqual({ ok: false, error: 'not-possible-now' });
    expect(after.state()).toMatchObject({ signature: 'refused' });
    expect(after.journal.eventNames(saleFacts.id).at(-1)).toBe('signature-judged');
  });

  it('asks also where the approval was proven by a lookup, and never for a refund', async () => {
    const till = openTill();
    (await till.onTheWire()).answer(lost);
    await till.clock.settle();
    till.terminal.script.lookup.push({ kind: 'record', record: { ...recordOf(ourProof), cvm: '1' } });
    await till.clock.advance(TIMES.lookups[0]);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup', signature: 'asked' });

    const refunding = openTill();
    (await refunding.onTheWire({ kind: 'refund' })).answer(signed);
    await refunding.clock.settle();
    expect(refunding.state()).not.toHaveProperty('signature');
  });

  it.each(['0', '2', '4', '', null])('does not ask for CVM %j', async (cvm) => {
    const till = openTill();
    (await till.onTheWire()).answer(lost);
    await till.clock.settle();
    till.terminal.script.lookup.push({ kind: 'record', record: { ...recordOf(ourProof), cvm } });
    await till.clock.advance(TIMES.lookups[0]);
    expect(till.state()).not.toHaveProperty('signature');
    expect(till.runner.judgeSignature(saleFacts.id, true, '').ok).toBe(false);
  });
});

function recordOf(proof: typeof ourProof) {
  if (proof.kind !== 'record') throw new Error('No record');
  return proof.record;
}

function approvalWithSignature() {
  const { totalMinor, stan, card } = recordOf(proofFor(saleFacts.orderId, 1250));
  return { chargedMinor: totalMinor ?? 0, tipMinor: 0, surchargeMinor: 0, stan, card, signature: 'asked' as const };
}
