import { describe, expect, it } from 'vitest';
import { dayRowOf } from '../../../electron/payments/core/day-row.ts';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import { createDayCloses } from '../../../electron/storage/day-closes.ts';
import type { ClosedDay } from '../../../shared/day-close.ts';
import { approvedState, must, openJournal, rowOf, sale } from './journal-on-disk.ts';

const day = { start: '2026-11-22T22:00:00.000Z', end: '2026-11-23T22:00:00.000Z' };
const settlement = { charged: true, by: 'Maija V.', reason: 'kuitti', evidence: '', at: '2026-11-23T10:00:00.000Z' };
const states: readonly PaymentState[] = [
  { name: 'created' },
  { name: 'sent', written: true },
  { name: 'cancelling', written: true, by: 'desk', delivery: 'delivered' },
  { name: 'checking', cause: 'answer-lost', lookupsDone: 1, hint: null },
  { ...approvedState, card: null, tipMinor: 100, surchargeMinor: 7 },
  { ...approvedState, card: null, signature: 'refused' },
  { name: 'declined', hostCode: '51' },
  { name: 'cancelled', by: 'guest' },
  { name: 'timed-out' },
  { name: 'refused', reason: 'busy' },
  { name: 'unresolved', cause: 'answer-lost', hint: null },
  { name: 'settled-by-person', settlement, approval: null },
  {
    name: 'settled-by-person',
    settlement,
    approval: { chargedMinor: 1300, tipMinor: 50, surchargeMinor: 0, stan: null, card: null },
  },
];

async function openCloses() {
  const opened = await openJournal();
  return { ...opened, closes: createDayCloses(opened.database) };
}

const evidence = { status: 200, elapsedMs: 5, bodySha256: null, bodyBytes: 2, failureText: null, transport: null };
const start = (id: string, terminalId = '71000001') =>
  ({ id, terminalId, terminalName: 'Päätelaite I', by: 'Maija V.', startedAt: '2026-11-23T20:00:00.000Z', environment: 'test' }) as const;
const done = { outcome: { end: 'done', text: 'YHTEENSÄ 12,50', sessionNumber: '7' }, evidence } as const;

const noFigures = {
  ...{ sales: { count: 0, minor: 0 }, refunds: { count: 0, minor: 0 }, voids: { count: 0, minor: 0 }, manual: { count: 0, minor: 0 } },
  ...{ settled: { count: 0, minor: 0 }, tipsMinor: 0, surchargesMinor: 0, chargedMinor: 1250 },
};
const closedDay = (id: string, part: Partial<ClosedDay> = {}): ClosedDay => ({
  id,
  date: '2026-11-23',
  ...day,
  closedAt: '2026-11-23T21:00:00.000Z',
  by: 'Maija V.',
  property: 'Hotelli Esimerkki',
  pointOfSale: null,
  currency: 'EUR',
  environment: 'test',
  timeZone: 'Europe/Helsinki',
  totals: { desk: noFigures, terminals: [], otherMoney: 0 },
  said: [],
  signedFor: [],
  reconciliations: [],
  ...part,
});

describe('the payments of a day, read by their columns', () => {
  it('say of every state what the whole payments say', async () => {
    const { journal, closes } = await openCloses();
    for (const [index, state] of states.entries()) {
      const facts = sale({ id: `p-${index}` });
      must(journal.create(facts, `attempt-${index}`, rowOf('started', { name: 'created' })));
      must(journal.append(facts.id, rowOf('cleared', state)));
      if (state.name === 'checking') must(journal.append(facts.id, rowOf('released', state)));
    }
    const { rows, next } = closes.page(day, null);
    expect(next).toBeNull();
    expect(rows).toEqual(
      states.map((_state, index) => {
        const payment = journal.byId(`p-${index}`);
        if (payment === null) throw new Error('not there');
        return dayRowOf(payment);
      }),
    );
    expect(rows.find(({ released }) => released)?.worth.name).toBe('checking');
  });

  it('come in pages that leave none out and repeat none', async () => {
    const { database, closes } = await openCloses();
    const insert = database.prepare(`
      INSERT INTO payments (id, order_id, attempt, kind, amount_minor, currency, terminal_id, reference, environment, started_at,
        state_name, state) VALUES (?, ?, ?, 'sale', 1, 'EUR', '71000001', '', 'test', ?, 'timed-out', '{"name":"timed-out"}')`);
    database.transaction(() => {
      for (let made = 0; made < 1_001; made += 1) {
        // Many in the same millisecond, and not in the order of their numbers.
        const at = new Date(Date.UTC(2026, 10, 23, 10, 0, 0, (made * 7) % 5)).toISOString();
        insert.run(`p-${made}`, `o-${made}`, `a-${made}`, at);
      }
    })();
    const ids: string[] = [];
    let after: Parameters<typeof closes.page>[1] = null;
    do {
      const page = closes.page(day, after);
      ids.push(...page.rows.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(ids).toHaveLength(1_001);
    expect(new Set(ids).size).toBe(1_001);
  });

  it('tell what happened to them after a row, and nothing of other days', async () => {
    const { journal, closes } = await openCloses();
    const late = sale({ id: 'late' });
    must(journal.create(late, 'attempt-late', rowOf('started', { name: 'created' })));
    must(journal.append('late', rowOf('given-up', { name: 'checking', cause: 'answer-lost', lookupsDone: 0, hint: null })));
    const lastRow = closes.lastRow();
    expect(closes.changesSince(day, lastRow)).toEqual([]);
    must(journal.append('late', rowOf('given-up', approvedState)));
    must(journal.create(sale({ id: 'new' }), 'attempt-new', rowOf('started', { name: 'created' })));
    const changes = closes.changesSince(day, lastRow);
    expect(changes.map(({ before, after }) => [after.id, before?.worth.name ?? null, after.worth.name])).toEqual([
      ['late', 'checking', 'approved'],
      ['new', null, 'created'],
    ]);
    expect(closes.changesSince({ start: day.end, end: '2026-11-24T22:00:00.000Z' }, lastRow)).toEqual([]);
  });
});

describe('a reconciliation on the disk', () => {
  it('is running until its answer is appended, and its text stays', async () => {
    const { closes } = await openCloses();
    must(closes.began(start('r-1')));
    expect(closes.reconciliationsSince(day.start, 'test')).toMatchObject([{ id: 'r-1', end: 'running', text: null }]);
    must(closes.answered('r-1', '2026-11-23T20:01:00.000Z', done));
    expect(closes.reconciliationsSince(day.start, 'test')).toMatchObject([
      { id: 'r-1', end: 'done', text: 'YHTEENSÄ 12,50', sessionNumber: '7' },
    ]);
    expect(closes.reconciliationsSince(day.start, 'production')).toEqual([]);
  });

  it('has one answer and no other', async () => {
    const { closes } = await openCloses();
    must(closes.began(start('r-1')));
    must(closes.answered('r-1', '2026-11-23T20:01:00.000Z', done));
    expect(closes.answered('r-1', '2026-11-23T20:02:00.000Z', done).ok).toBe(false);
    expect(closes.began(start('r-1')).ok).toBe(false);
  });

  it('ends the voids of what was in the session, at its terminal alone, and of nothing that came later', async () => {
    const { journal, closes } = await openCloses();
    const add = (id: string, terminalId: string): void => {
      must(journal.create(sale({ id, terminalId }), `attempt-${id}`, rowOf('started', { name: 'created' })));
      must(journal.append(id, rowOf('cleared', approvedState)));
    };
    add('before', '71000001');
    add('elsewhere', '71000002');
    expect(journal.mayBeReconciled('before')).toBe(false);
    must(closes.began(start('r-1')));
    add('after', '71000001');
    // Its answer is awaited: it may be closed already.
    expect(['before', 'elsewhere', 'after'].map(journal.mayBeReconciled)).toEqual([true, false, false]);
    must(closes.answered('r-1', '2026-11-23T20:01:00.000Z', { outcome: { end: 'not-done', reason: 'busy' }, evidence }));
    expect(journal.mayBeReconciled('before')).toBe(false);
    must(closes.began(start('r-2')));
    must(closes.answered('r-2', '2026-11-23T20:02:00.000Z', { outcome: { end: 'not-confirmed', reason: 'answer-lost' }, evidence }));
    expect(['before', 'elsewhere', 'after'].map(journal.mayBeReconciled)).toEqual([true, false, true]);
  });
});

describe('a closed day on the disk', () => {
  it('is read as it was, and takes its reconciliations from the days that are still open', async () => {
    const { closes } = await openCloses();
    must(closes.began(start('r-1')));
    must(closes.answered('r-1', '2026-11-23T20:01:00.000Z', done));
    const reconciliations = closes.reconciliationsSince(day.start, 'test');
    const closed = closedDay('c-1', { reconciliations: [...reconciliations] });
    must(closes.close(closed, 17));
    expect(closes.closedDay('c-1')).toEqual({ day: closed, lastRow: 17 });
    expect(closes.reconciliationsSince(day.start, 'test')).toEqual([]);
    expect(closes.closedDays(closed, null, 10)).toMatchObject([{ id: 'c-1', date: '2026-11-23', chargedMinor: 1250 }]);
    expect(closes.closedWithin(closed, day.start, day.end)).toEqual([{ id: 'c-1', ...day }]);
    expect(closes.closedWithin({ ...closed, environment: 'production' }, day.start, day.end)).toEqual([]);
  });

  it('is closed once: a day that covers a part of it is refused, one of other money is not', async () => {
    const { closes } = await openCloses();
    must(closes.close(closedDay('c-1'), 1));
    expect(closes.close(closedDay('c-2'), 1).ok).toBe(false);
    expect(closes.close(closedDay('c-3', { start: '2026-11-23T02:00:00.000Z', end: '2026-11-24T02:00:00.000Z' }), 1).ok).toBe(false);
    must(closes.close(closedDay('c-4', { start: day.end, end: '2026-11-24T22:00:00.000Z' }), 1));
    must(closes.close(closedDay('c-5', { environment: 'training' }), 1));
  });

  it.each([
    ['day_closes', "UPDATE day_closes SET content = '{}'"],
    ['day_closes', 'DELETE FROM day_closes'],
    ['reconciliations', "UPDATE reconciliations SET by_whom = 'x'"],
    ['reconciliation_answers', "UPDATE reconciliation_answers SET text = 'x'"],
    ['reconciliation_answers', 'DELETE FROM reconciliation_answers'],
    ['day_close_reconciliations', 'DELETE FROM day_close_reconciliations'],
    [
      'reconciliations',
      "INSERT OR REPLACE INTO reconciliations SELECT number, id, terminal_id, 'x', by_whom, environment, started_at, 0 FROM reconciliations",
    ],
    [
      'day_closes',
      'INSERT OR REPLACE INTO day_closes SELECT number, id, day_start, day_end, currency, environment, 0, content FROM day_closes',
    ],
  ])('never changes: %s', async (_table, sql) => {
    const { database, closes } = await openCloses();
    must(closes.began(start('r-1')));
    must(closes.answered('r-1', '2026-11-23T20:01:00.000Z', done));
    must(closes.close(closedDay('c-1', { reconciliations: [...closes.reconciliationsSince(day.start, 'test')] }), 1));
    expect(() => database.exec(sql)).toThrow(/never|closed once/);
  });
});
