import { describe, expect, it } from 'vitest';
import type { PaymentFacts } from '../../../electron/payments/core/facts.ts';
import type { LookupAnswer, SaleOutcome } from '../../../electron/payments/core/outcome.ts';
import { TIMES } from '../../../electron/payments/core/times.ts';
import {
  approved,
  hostSaidNo,
  lost,
  proofFor,
  refused,
  rejectedAs,
  somebodyElsesSale,
  unreadable,
} from '../../support/fakes/fake-card-terminal.ts';
import { ourProof, saleFacts, settlement } from './sale-facts.ts';
import { openTill, type Till } from './till.ts';

const later: Partial<PaymentFacts> = { id: 'payment-2', orderId: 'WP-0002', amountMinor: 1500, reference: 'R-1002' };
const newest: Partial<PaymentFacts> = { id: 'payment-3', orderId: 'WP-0003', amountMinor: 900, reference: 'R-1003' };
const itsProof = proofFor('WP-0002', 1500);
const times = (count: number, answer: LookupAnswer): LookupAnswer[] => Array.from({ length: count }, () => answer);

/** A structured refusal: it proves that nothing was started, so it hides nobody's transaction. */
const refusals = ['busy', 'not-authorised', 'not-connected', 'unknown-terminal'] as const;

/** The connection broke 2 s after the sale had gone out, and the desk went on. The guest is still at the terminal. */
async function leftBehind(facts: Partial<PaymentFacts> = {}): Promise<Till> {
  const till = openTill();
  const sale = await till.onTheWire(facts);
  await till.clock.advance(2_000);
  sale.answer(lost);
  await till.clock.settle();
  till.runner.release(facts.id ?? saleFacts.id);
  return till;
}

/** The next sale on the same terminal, answered after so long. */
async function thenSell(till: Till, outcome: SaleOutcome, afterMs = 300): Promise<void> {
  const next = await till.onTheWire(later);
  await till.clock.advance(afterMs);
  next.answer(outcome);
  await till.clock.settle();
}

describe('a sale that was refused beside an unproven one', () => {
  it.each(refusals)('as %s hides nothing: the older one is found when its guest has paid', async (reason) => {
    const till = await leftBehind();
    await thenSell(till, refused(reason));
    expect(till.state('payment-2')).toEqual({ name: 'refused', reason });
    expect(till.state()).toMatchObject({ name: 'checking', cause: 'answer-lost' });
    till.terminal.script.lookup.push(...times(2, somebodyElsesSale));
    await till.clock.advance(20_000);
    till.terminal.script.lookup.push(ourProof);
    await till.clock.advance(20_000);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup', chargedMinor: 1250 });
    expect(till.provenLate).toEqual([saleFacts.id]);
  });

  it.each(refusals)('as %s hides nothing over a restart either', async (reason) => {
    const till = await leftBehind();
    await thenSell(till, refused(reason));
    const again = till.restart();
    again.terminal.script.lookup.push(somebodyElsesSale, ourProof);
    again.runner.recover();
    await again.clock.advance(20_000);
    expect(again.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
  });

  it('leaves it a person’s look, and its own late answer', async () => {
    const till = await leftBehind();
    till.terminal.script.lookup.push(...times(9, somebodyElsesSale));
    await thenSell(till, refused('busy'));
    await till.clock.advance(600_000);
    expect(till.state()).toMatchObject({ name: 'unresolved', cause: 'answer-lost' });
    till.terminal.script.lookup.splice(0);
    till.terminal.script.lookup.push(ourProof);
    expect(till.runner.refresh(saleFacts.id).ok).toBe(true);
    await till.clock.settle();
    expect(till.state()).toMatchObject({ name: 'approved' });
  });

  it('lets go a void that was lost before it with its own cause, for a person to judge', async () => {
    const till = openTill();
    (await till.onTheWire()).answer(approved(1250));
    await till.clock.settle();
    till.terminal.script.lookup.push(ourProof);
    await till.start({ id: 'void-1', orderId: 'WP-0009', kind: 'void', originalId: saleFacts.id });
    till.terminal.voids.at(-1)?.answer(lost);
    await till.clock.settle();
    till.runner.release('void-1');
    till.terminal.script.lookup.push(...times(20, ourProof));
    await thenSell(till, refused('busy'));
    await till.clock.advance(600_000);
    expect(till.state('void-1')).toMatchObject({ name: 'unresolved', cause: 'answer-lost' });
  });

  it('disturbs no released one whose own request is still open: its loss is looked up like any other', async () => {
    const till = openTill();
    const silent = await till.onTheWire();
    till.terminal.script.cancelAction.push('delivered');
    await till.clock.advanceBy('releaseAllowed');
    till.runner.release(saleFacts.id);
    await thenSell(till, refused('busy'));
    silent.answer(lost);
    await till.clock.settle();
    expect(till.state()).toMatchObject({ name: 'checking' });
    till.terminal.script.lookup.push(ourProof);
    await till.clock.advance(TIMES.lookups[0]);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
  });

  it('hides nothing that a person settled as not charged: the next sale looks once more', async () => {
    const till = await leftBehind();
    till.terminal.script.lookup.push(...times(6, somebodyElsesSale));
    await till.clock.advance(600_000);
    till.runner.settle(saleFacts.id, settlement(false));
    await thenSell(till, refused('busy'));
    till.terminal.script.lookup.splice(0);
    till.terminal.script.lookup.push(ourProof);
    expect(await till.runner.lookBeforeSale('71000001', null)).toMatchObject({ provenPaid: true });
    expect(till.provenLate).toEqual([saleFacts.id]);
  });

  it('takes its while, and nothing is looked up there meanwhile', async () => {
    const till = await leftBehind();
    const next = await till.onTheWire(later);
    await till.clock.advance(4_000);
    expect(till.terminal.count('lookup')).toBe(0);
    next.answer(refused('busy'));
    await till.clock.settle();
    expect(till.terminal.count('lookup')).toBe(0);
    await till.clock.advance(TIMES.lookupRetryUnreached);
    expect(till.terminal.count('lookup')).toBe(1);
  });
});

describe('a sale that may have run hides an older, unproven one', () => {
  const ends: readonly [string, SaleOutcome][] = [
    ['approved', approved(1500)],
    ['declined', hostSaidNo],
    ['cancelled by the guest', rejectedAs('cancelled')],
    ['timed out', rejectedAs('timed-out')],
    ['lost', lost],
    ['unreadable', unreadable],
  ];

  it.each(ends)('when it ended %s', async (_name, outcome) => {
    const till = await leftBehind();
    await thenSell(till, outcome);
    expect(till.state()).toMatchObject({ name: 'unresolved', cause: 'overwritten' });
  });

  it('not before it has ended', async () => {
    const till = await leftBehind();
    await till.onTheWire(later);
    await till.clock.advance(100_000);
    expect(till.state()).toMatchObject({ name: 'checking', cause: 'answer-lost' });
  });

  it('also where it was on the wire when the program was killed', async () => {
    const till = await leftBehind();
    await till.onTheWire(later);
    const again = till.restart();
    again.runner.recover();
    await again.clock.settle();
    expect(again.state('payment-2')).toMatchObject({ name: 'checking' });
    expect(again.state()).toMatchObject({ name: 'unresolved', cause: 'overwritten' });
  });

  it('and never one that began after it', async () => {
    const till = openTill();
    const silent = await till.onTheWire();
    till.terminal.script.cancelAction.push('delivered');
    await till.clock.advanceBy('releaseAllowed');
    till.runner.release(saleFacts.id);
    await till.onTheWire(later);
    till.sale(1).answer(lost);
    await till.clock.settle();
    till.runner.release('payment-2');
    silent.answer(hostSaidNo);
    await till.clock.settle();
    expect(till.state()).toMatchObject({ name: 'declined' });
    expect(till.state('payment-2')).toMatchObject({ name: 'checking', cause: 'answer-lost' });
  });
});

describe('a lookup proves whichever of our payments it names', () => {
  it('an older one that was given up as overwritten', async () => {
    const till = await leftBehind();
    await thenSell(till, lost);
    expect(till.state()).toMatchObject({ name: 'unresolved', cause: 'overwritten' });
    till.terminal.script.lookup.push(ourProof);
    await till.clock.advance(TIMES.lookups[0]);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup', chargedMinor: 1250 });
    expect(till.state('payment-2')).toMatchObject({ name: 'checking' });
    expect(till.provenLate).toEqual([saleFacts.id]);
  });

  it('one that was said to be declined, and went on to approve', async () => {
    const till = openTill();
    (await till.onTheWire()).answer(hostSaidNo);
    await till.clock.settle();
    (await till.onTheWire(later)).answer(lost);
    await till.clock.settle();
    till.terminal.script.lookup.push(ourProof);
    await till.clock.advance(TIMES.lookups[0]);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
    expect(till.provenLate).toEqual([saleFacts.id]);
  });

  it('never one of another terminal', async () => {
    const till = openTill();
    (await till.onTheWire({ terminalId: '71000002' })).answer(lost);
    await till.clock.settle();
    till.terminal.script.lookup.push(...times(9, { kind: 'no-transaction' }));
    await till.clock.advance(300_000);
    (await till.onTheWire(later)).answer(lost);
    await till.clock.settle();
    till.terminal.script.lookup.splice(0);
    till.terminal.script.lookup.push(ourProof);
    await till.clock.advance(TIMES.lookups[0]);
    expect(till.state()).toMatchObject({ name: 'unresolved' });
  });
});

describe('a terminal that charged and said nothing', () => {
  /** Its request is still open when the desk leaves, 150 s after it went out. */
  async function silent(): Promise<Till> {
    const till = openTill();
    await till.onTheWire();
    till.terminal.script.cancelAction.push('delivered');
    await till.clock.advanceBy('releaseAllowed');
    expect(till.runner.release(saleFacts.id).ok).toBe(true);
    return till;
  }

  it('is looked at once before the next sale there, and what is proven is known first', async () => {
    const till = await silent();
    till.terminal.script.lookup.push(ourProof);
    expect(await till.runner.lookBeforeSale('71000001', null)).toMatchObject({ provenPaid: true });
    expect(till.moments('lookup')).toEqual([150]);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
    expect(till.provenLate).toEqual([saleFacts.id]);
  });

  it('stays what it was where that look shows nothing', async () => {
    const till = await silent();
    till.terminal.script.lookup.push(somebodyElsesSale);
    expect(await till.runner.lookBeforeSale('71000001', null)).toMatchObject({ provenPaid: false });
    expect(till.state().name).toBe('cancelling');
  });
});

describe('a request that is open although its payment is proven', () => {
  /** Päivitä proved it; the answer to its own request has not come. */
  async function provenEarly(): Promise<Till> {
    const till = openTill();
    await till.onTheWire();
    till.terminal.script.lookup.push(ourProof);
    await till.clock.advance(20_000);
    till.runner.refresh(saleFacts.id);
    await till.clock.settle();
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
    expect(till.sale().answered()).toBe(false);
    return till;
  }

  it('stands in no lost sale’s way: that one is looked up 5 s after its loss', async () => {
    const till = await provenEarly();
    (await till.onTheWire(later)).answer(lost);
    await till.clock.settle();
    till.terminal.script.lookup.push(itsProof);
    await till.clock.advance(TIMES.lookups[0]);
    expect(till.state('payment-2')).toMatchObject({ name: 'approved', proof: 'lookup' });
  });

  it('stands in no void’s way', async () => {
    const till = await provenEarly();
    till.terminal.script.lookup.push(ourProof);
    await till.start({ id: 'void-1', orderId: 'WP-0009', kind: 'void', originalId: saleFacts.id });
    expect(till.terminal.count('void')).toBe(1);
  });

  it('is closed when its answer, with the receipts, has not come for a while', async () => {
    const till = await provenEarly();
    expect(till.runner.openRequests()).toHaveLength(1);
    await till.clock.advanceBy('answerAfterProof');
    expect(till.sale().answered()).toBe(true);
    expect(till.runner.openRequests()).toHaveLength(0);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
    expect(till.journal.eventNames(saleFacts.id).filter((name) => name === 'answered')).toEqual([]);
  });

  it('lets its answer in while it is open', async () => {
    const till = await provenEarly();
    till.sale().answer(approved(1250));
    await till.clock.settle();
    expect(till.runner.openRequests()).toHaveLength(0);
    expect(till.journal.eventNames(saleFacts.id)).toContain('answered');
  });
});

describe('a sale on the terminal of one that was declined a moment ago', () => {
  async function declined(): Promise<Till> {
    const till = openTill();
    (await till.onTheWire()).answer({ kind: 'rejected', how: 'host', hostCode: '65' });
    await till.clock.settle();
    expect(till.state()).toMatchObject({ name: 'declined', hostCode: '65' });
    return till;
  }

  it('comes after one look, because some terminals decline and go on to approve', async () => {
    const till = await declined();
    await till.clock.advance(15_000);
    expect(till.runner.lookWanted('71000001', null)).toBe('declined-before');
    till.terminal.script.lookup.push(ourProof);
    expect(await till.runner.lookBeforeSale('71000001', null)).toEqual({ provenPaid: true });
    expect(till.moments('lookup')).toEqual([15]);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
    expect(till.provenLate).toEqual([saleFacts.id]);
  });

  it('waits 3 s for that look at most', async () => {
    const till = await declined();
    let waited = true;
    void till.runner.lookBeforeSale('71000001', null).then(() => {
      waited = false;
    });
    await till.clock.advance(TIMES.lookAfterDecline - 1);
    expect(waited).toBe(true);
    await till.clock.advance(1);
    expect(waited).toBe(false);
  });

  it('needs none two minutes later, on another terminal, or after another transaction there', async () => {
    const till = await declined();
    expect(till.runner.lookWanted('71000002', null)).toBeNull();
    await till.clock.advance(TIMES.declineDoubted + 1);
    expect(till.runner.lookWanted('71000001', null)).toBeNull();
    await till.runner.lookBeforeSale('71000001', null);
    expect(till.terminal.count('lookup')).toBe(0);
  });

  describe('or on another terminal, where the guest was sent', () => {
    const other = { kind: 'sale', amountMinor: 9_900, reference: 'R-77', originalId: null, requestId: null } as const;

    it.each([
      { same: 'sum', asked: { ...other, amountMinor: saleFacts.amountMinor } },
      { same: 'booking, as people read it', asked: { ...other, reference: ` ${saleFacts.reference.toLowerCase()} ` } },
    ])('looks at the first one too: the same $same', async ({ asked }) => {
      const till = await declined();
      expect(till.runner.lookWanted('71000002', asked)).toBe('declined-elsewhere');
      till.terminal.script.lookup.push(ourProof);
      expect(await till.runner.lookBeforeSale('71000002', asked)).toEqual({ provenPaid: true });
      expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
      expect(till.provenLate).toEqual([saleFacts.id]);
    });

    it('leaves other guests alone, refunds for sales, and what is two minutes old', async () => {
      const till = await declined();
      expect(till.runner.lookWanted('71000002', other)).toBeNull();
      expect(till.runner.lookWanted('71000002', { ...other, kind: 'refund', amountMinor: saleFacts.amountMinor })).toBeNull();
      await till.clock.advance(TIMES.declineDoubted + 1);
      expect(till.runner.lookWanted('71000002', { ...other, amountMinor: saleFacts.amountMinor })).toBeNull();
      await till.runner.lookBeforeSale('71000002', { ...other, amountMinor: saleFacts.amountMinor });
      expect(till.terminal.count('lookup')).toBe(0);
    });

    it('disturbs no payment that runs there now', async () => {
      const till = await declined();
      await till.onTheWire(later);
      expect(till.runner.lookWanted('71000002', { ...other, amountMinor: saleFacts.amountMinor })).toBeNull();
    });

    it('by elapsed time: a clock that was set changes nothing', async () => {
      const till = await declined();
      till.clock.jumpWallTime(3_600_000);
      expect(till.runner.lookWanted('71000002', { ...other, amountMinor: saleFacts.amountMinor })).toBe('declined-elsewhere');
    });

    it('also after a restart', async () => {
      const till = (await declined()).restart();
      till.runner.recover();
      expect(till.runner.lookWanted('71000002', { ...other, amountMinor: saleFacts.amountMinor })).toBe('declined-elsewhere');
    });
  });

  it('needs none where the newest there was approved', async () => {
    const till = await declined();
    (await till.onTheWire(later)).answer(approved(1500));
    await till.clock.settle();
    expect(till.runner.lookWanted('71000001', null)).toBeNull();
  });

  it('counts by elapsed time: a clock that was set changes nothing', async () => {
    const till = await declined();
    till.clock.jumpWallTime(-3_600_000);
    expect(till.runner.lookWanted('71000001', null)).toBe('declined-before');
    await till.clock.advance(TIMES.declineDoubted + 1);
    till.clock.jumpWallTime(3_600_000);
    expect(till.runner.lookWanted('71000001', null)).toBeNull();
  });

  it('also after a restart', async () => {
    const till = (await declined()).restart();
    till.runner.recover();
    expect(till.runner.lookWanted('71000001', null)).toBe('declined-before');
  });

  it('sees past a refusal: that one started nothing there', async () => {
    const till = await declined();
    (await till.onTheWire(later)).answer(refused('busy'));
    await till.clock.settle();
    expect(till.runner.lookWanted('71000001', null)).toBe('declined-before');
    await till.start(newest);
  });
});
