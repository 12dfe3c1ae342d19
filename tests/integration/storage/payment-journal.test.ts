import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaymentEvent } from '../../../electron/payments/core/events.ts';
import { isFinal, isOpen, type PaymentState } from '../../../electron/payments/core/state.ts';
import { transition } from '../../../electron/payments/core/transition.ts';
import type { JournalRow } from '../../../electron/payments/ports.ts';
import { createPaymentJournal } from '../../../electron/storage/payment-journal.ts';
import { DamagedPayment } from '../../../electron/storage/storage-failure.ts';
import { paymentStateNames } from '../../../shared/payment.ts';
import { approvedState, must, openJournal, openWell, rowOf, sale } from './journal-on-disk.ts';
import { randomEvent, randomEvidence } from './random-payments.ts';

const ids = (payments: readonly { readonly facts: { readonly id: string } }[]): string[] => payments.map(({ facts }) => facts.id);

describe('whatever the core makes of whatever happens', () => {
  it('comes back from the disk as it went in, and the cache is the sum of the events', async () => {
    const { path, database, journal } = await openJournal();
    const written: { readonly facts: ReturnType<typeof sale>; readonly rows: readonly JournalRow[] }[] = [];
    // Left alone, chance ends most payments in their first step; so it may begin further on.
    const begins = fc.constantFrom<PaymentEvent[]>(
      [],
      [{ type: 'cleared' }],
      [{ type: 'cleared' }, { type: 'request-written' }],
      [{ type: 'cleared' }, { type: 'given-up' }],
      [{ type: 'cleared' }, { type: 'given-up' }, { type: 'overwritten' }],
    );
    const goesOn = fc.array(fc.tuple(randomEvent('OURS'), randomEvidence), { maxLength: 12 });

    fc.assert(
      fc.property(begins, goesOn, (begun, happened) => {
        const facts = sale();
        const ours = { ...facts, orderId: 'OURS' };
        let state: PaymentState = { name: 'created' };
        const rows = [rowOf('started', state)];
        for (const [event, evidence] of [...begun.map((event) => [event, null] as const), ...happened]) {
          state = transition(state, event, ours).state;
          rows.push({ ...rowOf(event, state), evidence });
        }
        const [first, ...rest] = rows;
        if (first === undefined) return;
        must(journal.create(facts, `attempt-${facts.id}`, first));
        for (const row of rest) must(journal.append(facts.id, row));
        written.push({ facts, rows });
        expect(journal.rows(facts.id)).toEqual(rows);
        expect(journal.byId(facts.id)).toEqual(sumOf(facts, rows));
      }),
      { numRuns: 300 },
    );
    database.close();

    // And after a restart.
    const again = createPaymentJournal((await openWell(path)).database);
    for (const { facts, rows } of written) {
      expect(again.rows(facts.id)).toEqual(rows);
      expect(again.byId(facts.id)).toEqual(sumOf(facts, rows));
    }
    expect(ids(again.open())).toEqual(ids(written.filter(({ rows }) => isOpen(lastState(rows)))));
    expect(ids(again.unresolved())).toEqual(ids(written.filter(({ rows }) => lastState(rows).name === 'unresolved')));
    const reached = new Set(written.flatMap(({ rows }) => rows.map(({ state }) => state.name)));
    expect([...reached].sort()).toEqual([...paymentStateNames].sort());
  });
});

const lastState = (rows: readonly JournalRow[]): PaymentState => rows.at(-1)?.state ?? { name: 'created' };
const sumOf = (facts: ReturnType<typeof sale>, rows: readonly JournalRow[]): unknown => ({
  facts,
  state: lastState(rows),
  startedAt: rows[0]?.at,
  endedAt: rows.find(({ state }) => isFinal(state))?.at ?? null,
  releasedAt: rows.find(({ event }) => event.type === 'released')?.at ?? null,
});

describe('when a payment ended', () => {
  it('is when its first verdict came; unresolved is none', async () => {
    const { journal } = await openJournal();
    must(journal.create(sale({ id: 'p' }), 'attempt-1', rowOf('started', { name: 'created' })));
    must(journal.append('p', rowOf({ type: 'overwritten' }, { name: 'unresolved', cause: 'overwritten', hint: null })));
    expect(journal.byId('p')?.endedAt).toBeNull();
    const settlement = { charged: false, by: 'Maija V.', reason: 'Ei näy päätteellä', evidence: '', at: '2026-11-23T10:00:00.000Z' };
    const settled = rowOf({ type: 'settled', settlement }, { name: 'settled-by-person', settlement, approval: null });
    must(journal.append('p', settled));
    const { name: _, proof: __, ...approval } = approvedState;
    must(journal.append('p', rowOf({ type: 'lookup-due' }, { name: 'settled-by-person', settlement, approval })));
    expect(journal.byId('p')?.endedAt).toBe(settled.at);
  });
});

describe('what the journal is asked', () => {
  it('answers by reference and since a moment, oldest first, and knows nobody it never met', async () => {
    const { journal } = await openJournal();
    const rows = ['a', 'b', 'c'].map((id) => {
      const row = rowOf('started', { name: 'created' });
      must(journal.create(sale({ id, orderId: `o-${id}`, reference: id === 'b' ? 'R-2' : 'R-1' }), `attempt-${id}`, row));
      return row;
    });
    expect(ids(journal.byReference('R-1'))).toEqual(['a', 'c']);
    expect(ids(journal.byReference('r 1'))).toEqual(['a', 'c']);
    expect(ids(journal.startedSince(rows[1]?.at ?? ''))).toEqual(['b', 'c']);
    expect(journal.byId('nobody')).toBeNull();
    expect(journal.rows('nobody')).toEqual([]);
    expect(journal.latestAt('71999999')).toBeNull();
  });

  it('tells the latest that was sent to a terminal, not the latest that was tried', async () => {
    const { journal } = await openJournal();
    const terminalId = '71000001';
    const latest = (): string | undefined => journal.latestAt(terminalId)?.facts.id;
    const start = (id: string): void =>
      must(journal.create(sale({ id, orderId: `o-${id}`, terminalId }), `attempt-${id}`, rowOf('started', { name: 'created' })));
    start('a');
    expect(latest()).toBeUndefined();
    must(journal.append('a', rowOf('cleared', { name: 'sent', written: false })));
    expect(latest()).toBe('a');
    must(journal.append('a', rowOf('given-up', { name: 'refused', reason: 'not-connected' })));
    start('b');
    must(
      journal.append(
        'b',
        rowOf({ type: 'stopped-before-sending', reason: 'not-authorised' }, { name: 'refused', reason: 'not-authorised' }),
      ),
    );
    start('c');
    must(journal.append('c', rowOf('cleared', { name: 'sent', written: false })));
    must(journal.append('c', rowOf('restarted', { name: 'refused', reason: 'not-sent' })));
    expect(latest()).toBe('a');
    start('d');
    must(journal.append('d', rowOf('cleared', { name: 'sent', written: true })));
    must(journal.append('d', rowOf('given-up', { name: 'timed-out' })));
    expect(latest()).toBe('d');
  });

  it('never walks through all payments for an answer', async () => {
    const { database } = await openJournal();
    const asked: string[] = [];
    const listening = new Proxy(database, {
      get(target, key) {
        if (key === 'prepare') return (sql: string) => asked.push(sql) && target.prepare(sql);
        const member: unknown = Reflect.get(target, key);
        return typeof member === 'function' ? member.bind(target) : member;
      },
    });
    createPaymentJournal(listening);
    expect(asked.length).toBeGreaterThan(8);
    for (const sql of asked.filter((each) => each.trim().startsWith('SELECT'))) {
      const parameters = [...sql.matchAll(/\?/g)].map((_, index) => (index === 0 ? 'x' : 1));
      const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
      for (const step of plan) expect(step, sql).not.toHaveProperty('detail', expect.stringMatching(/^SCAN (?!.*USING INDEX)/));
    }
  });
});

describe('what is no payment', () => {
  const spoil = async (sql: string) => {
    const { database, journal } = await openJournal();
    must(journal.create(sale({ id: 'p' }), 'attempt-1', rowOf('started', { name: 'created' })));
    database.exec(
      'DROP TRIGGER payments_cache_says_what_the_last_event_says; DROP TRIGGER payments_facts_never_change; DROP TRIGGER payment_events_never_change',
    );
    database.exec(sql);
    return journal;
  };

  it.each([
    `UPDATE payments SET state_name = 'approved', state = '{"name":"approved","proof":"answer"}'`,
    `UPDATE payments SET state = '{"name":"created","and":"more"}'`,
    `UPDATE payments SET state_name = 'created ', state = '{"name":"created "}'`,
    `UPDATE payments SET kind = 'gift'`,
    `UPDATE payments SET environment = 'elsewhere'`,
  ])('is reported as damaged and never guessed: %s', async (sql) => {
    const journal = await spoil(sql);
    expect(() => journal.byId('p')).toThrow(DamagedPayment);
    expect(() => journal.startedSince('')).toThrow('p cannot be read');
  });

  it('also among its events', async () => {
    const journal = await spoil(`UPDATE payment_events SET event = '{"type":"approved-by-magic"}'`);
    expect(() => journal.rows('p')).toThrow(DamagedPayment);
  });

  it('is not written either', async () => {
    const { journal } = await openJournal();
    must(journal.create(sale({ id: 'p' }), 'attempt-1', rowOf('started', { name: 'created' })));
    const nonsense = { ...approvedState, chargedMinor: Number.NaN };
    expect(journal.append('p', rowOf('given-up', nonsense))).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    const leaking = { ...approvedState, pan: '4111111111111111' };
    expect(journal.append('p', rowOf('given-up', leaking))).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    expect(journal.rows('p')).toHaveLength(1);
  });
});
