import { describe, expect, it } from 'vitest';
import { approved, hostSaidNo, lost, rejectedAs } from '../../support/fakes/fake-card-terminal.ts';
import { ourProof, saleFacts } from './sale-facts.ts';
import { answerLast, BEGINNING, openTill } from './till.ts';

const other = { id: 'payment-2', orderId: 'WP-0002', terminalId: '71000002' };

describe('the disk is full before anything was sent', () => {
  it('at the first row: the sale does not start and nothing is asked of Nets', async () => {
    const till = openTill();
    till.journal.failing = 'disk-full';
    expect(till.runner.start(saleFacts, 'attempt-1', null)).toMatchObject({ ok: false, error: { kind: 'disk-full' } });
    till.journal.failing = null;
    await till.clock.advance(600_000);
    expect(till.terminal.calls).toEqual([]);
    expect(till.journal.byId(saleFacts.id)).toBeNull();
  });

  it('at the row before the request: nothing is sent, now or later', async () => {
    const till = openTill();
    till.journal.failsFor = (_id, row) => (row.event.type === 'cleared' ? 'disk-full' : null);
    await till.start();
    await till.clock.advance(600_000);
    expect(till.story).toEqual([
      '0 row created after started',
      '0 call clear',
      '0 no row: disk-full',
      '0 row refused after stopped-before-sending',
    ]);
    expect(till.terminal.count('sale')).toBe(0);
    expect(till.state()).toEqual({ name: 'refused', reason: 'not-sent' });
  });

  it('and it stays full: the refusal is shown, kept and written when there is room', async () => {
    const till = openTill();
    till.terminal.script.clear.push('held');
    await till.start();
    till.journal.failing = 'disk-full';
    answerLast(till.terminal.clears, { ok: true, value: null });
    await till.clock.settle();
    expect(till.state()).toEqual({ name: 'refused', reason: 'not-sent' });
    expect(till.runner.journalProblem()).toBe('disk-full');
    expect(till.runner.owesJournal(saleFacts.id)).toBe(true);
    till.journal.failing = null;
    await till.clock.advance(10_000);
    expect(till.journal.stateNames(saleFacts.id)).toEqual(['created', 'refused']);
    expect(till.runner.journalProblem()).toBeNull();
    expect(till.terminal.count('sale')).toBe(0);
  });
});

describe('the disk is full when the answer comes', () => {
  it('the answer is shown and kept, tried again, written in order, and the trouble is over', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    till.journal.failing = 'disk-full';
    await till.clock.advance(5_000);
    till.runner.cancel(saleFacts.id);
    await till.clock.settle();
    answerLast(till.terminal.cancels, 'delivered');
    await till.clock.settle();
    sale.answer(approved(1250));
    await till.clock.settle();

    expect(till.state()).toMatchObject({ name: 'approved', stan: '000042' });
    expect(till.runner.owesJournal(saleFacts.id)).toBe(true);
    expect(till.runner.journalProblem()).toBe('disk-full');
    expect(till.journal.stateNames(saleFacts.id)).toEqual(['created', 'sent', 'sent']);
    await till.clock.advance(60_000);
    expect(till.runner.owesJournal(saleFacts.id)).toBe(true);

    till.journal.failing = null;
    await till.clock.advance(10_000);
    expect(till.journal.eventNames(saleFacts.id)).toEqual([
      'started',
      'cleared',
      'request-written',
      'cancel-asked',
      'cancel-answered',
      'answered',
    ]);
    expect(till.journal.rows(saleFacts.id).at(-1)?.at).toBe('2026-11-23T10:00:05.000Z');
    expect(till.journal.byId(saleFacts.id)?.state.name).toBe('approved');
    expect(till.runner.owesJournal(saleFacts.id)).toBe(false);
    expect(till.runner.journalProblem()).toBeNull();
    expect(till.published.at(-1)).toBe('approved');
  });

  it('writes each row once, though it was tried many times', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    let refusals = 5;
    till.journal.failsFor = () => {
      refusals -= 1;
      return refusals >= 0 ? 'unavailable' : null;
    };
    sale.answer(hostSaidNo);
    await till.clock.advance(120_000);
    expect(till.journal.stateNames(saleFacts.id)).toEqual(['created', 'sent', 'sent', 'declined']);
  });

  it('a later row waits for an earlier one, though there is room for it by now', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    till.journal.failing = 'disk-full';
    till.runner.cancel(saleFacts.id);
    till.journal.failing = null;
    await till.clock.advance(100);
    sale.answer(rejectedAs('cancelled'));
    await till.clock.advance(10_000);
    expect(till.journal.stateNames(saleFacts.id)).toEqual(['created', 'sent', 'sent', 'cancelling', 'cancelled']);
  });

  it('the terminal stays held, because the journal does not know yet that the sale is over', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    till.journal.failsFor = (_id, row) => (row.event.type === 'answered' ? 'disk-full' : null);
    sale.answer(approved(1250));
    await till.clock.settle();
    expect(till.runner.start({ ...saleFacts, ...other, terminalId: '71000001' }, 'attempt-2', null).ok).toBe(false);
  });

  it('selling stays stopped for as long as an answer is unwritten, also when another row can be written', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    till.journal.failsFor = (id, row) => (id === saleFacts.id && row.event.type === 'answered' ? 'disk-full' : null);
    sale.answer(approved(1250));
    await till.clock.settle();
    expect(till.runner.journalProblem()).toBe('disk-full');
    // Somebody frees a little room, or the trouble is with this one row: the next sale's rows go through.
    till.runner.start({ ...saleFacts, ...other }, 'attempt-2', null);
    await till.clock.settle();
    expect(till.runner.owesJournal(saleFacts.id)).toBe(true);
    expect(till.runner.journalProblem()).toBe('disk-full');
  });

  it('a lost answer is looked up all the same, and its proof is written when there is room', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    till.journal.failing = 'unavailable';
    sale.answer(lost);
    till.terminal.script.lookup.push(ourProof);
    await till.clock.advance(6_000);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
    till.journal.failing = null;
    await till.clock.advance(10_000);
    expect(till.journal.stateNames(saleFacts.id)).toEqual(['created', 'sent', 'sent', 'checking', 'approved']);
  });

  it('power fails meanwhile: the next start looks the payment up', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    till.journal.failing = 'disk-full';
    sale.answer(approved(1250));
    await till.clock.settle();
    till.journal.failing = null;
    const again = till.restart();
    again.runner.recover();
    again.terminal.script.lookup.push(ourProof);
    await again.clock.advance(5_000);
    expect(again.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
  });
});

describe('an adapter that breaks its promise never to throw', () => {
  it('at the token: nothing was sent, and the bug is told', async () => {
    const till = openTill();
    till.terminal.script.clear.push({ throws: new Error('bug') });
    await till.start();
    expect(till.state()).toEqual({ name: 'refused', reason: 'not-sent' });
    expect(till.broke).toHaveLength(1);
  });

  it('at the sale, after the request was written: the payment is as unknown as after a lost answer', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    sale.breakDown(new Error('bug'));
    await till.clock.settle();
    expect(till.story).toEqual([...BEGINNING, '0 row checking after answered']);
    expect(till.state()).toMatchObject({ name: 'checking', cause: 'answer-lost' });
    expect(till.broke).toHaveLength(1);
  });

  it('at the sale, before it even returns: the payment is as unknown, and the bug is told', async () => {
    const till = openTill();
    till.terminal.saleThrows = new Error('bug');
    const unhandled: unknown[] = [];
    const listen = (cause: unknown): void => void unhandled.push(cause);
    const others = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', listen);
    try {
      await till.start();
      await till.clock.settle();
    } finally {
      process.removeListener('unhandledRejection', listen);
      for (const one of others) process.on('unhandledRejection', one);
    }
    expect(unhandled).toEqual([]);
    expect(till.broke).toHaveLength(1);
    expect(till.state()).toMatchObject({ name: 'checking', cause: 'answer-lost' });
  });

  it('with an answer that comes after all: it counts', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    till.runner.cancel(saleFacts.id);
    answerLast(till.terminal.cancels, 'failed');
    sale.answer(rejectedAs('cancelled'));
    await till.clock.settle();
    expect(till.state().name).toBe('cancelled');
  });
});

describe('one payment whose row can never be written', () => {
  it('does not hold up the rows of the others, and stays in sight itself', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    const second = await till.onTheWire(other);
    till.journal.failsFor = (id) => (id === saleFacts.id ? 'unavailable' : null);
    sale.answer(approved(1250));
    await till.clock.settle();
    second.answer(hostSaidNo);
    await till.clock.settle();
    expect(till.journal.byId(other.id)?.state).toMatchObject({ name: 'declined' });
    expect(till.runner.owesJournal(other.id)).toBe(false);
    await till.clock.advance(60_000);
    expect(till.runner.owesJournal(saleFacts.id)).toBe(true);
    expect(till.runner.journalProblem()).toBe('unavailable');
    till.journal.failsFor = () => null;
    await till.clock.advance(10_000);
    expect(till.journal.byId(saleFacts.id)?.state).toMatchObject({ name: 'approved' });
    expect(till.runner.journalProblem()).toBeNull();
  });

  it('one that fell behind on a full disk catches up while the other still cannot', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    const second = await till.onTheWire(other);
    till.journal.failing = 'disk-full';
    sale.answer(approved(1250));
    second.answer(hostSaidNo);
    await till.clock.settle();
    till.journal.failing = null;
    till.journal.failsFor = (id) => (id === saleFacts.id ? 'unavailable' : null);
    await till.clock.advance(10_000);
    expect(till.journal.byId(other.id)?.state).toMatchObject({ name: 'declined' });
    expect(till.runner.owesJournal(saleFacts.id)).toBe(true);
  });
});
