import { copyFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import type { JournalRow } from '../../../electron/payments/ports.ts';
import { createCardEraser } from '../../../electron/storage/erase-card-data.ts';
import { migrations } from '../../../electron/storage/migrations.ts';
import { openStorage, type Storage } from '../../../electron/storage/open-storage.ts';
import { Database } from '../../../electron/storage/sqlite.ts';
import { silentLog } from '../../../electron/support/log.ts';
import { approvedState, must, newFolder, newPath, openJournal, openWell, rowOf, sale, writeSomePayments } from './journal-on-disk.ts';

const open: Storage[] = [];
afterEach(async () => {
  for (const storage of open.splice(0)) await storage.close();
});

async function start(folder = newFolder(), isSetUp = true): Promise<Storage & { readonly folder: string }> {
  const storage = await openStorage(folder, silentLog);
  open.push(storage);
  storage.outboxes.willba.serve(isSetUp);
  return { ...storage, folder };
}

const created: PaymentState = { name: 'created' };
const sent: PaymentState = { name: 'sent', written: false };
const checking = (lookupsDone: number): PaymentState => ({ name: 'checking', cause: 'answer-lost', lookupsDone, hint: null });

function begin({ journal }: Storage, id: string, ...rows: JournalRow[]): void {
  must(journal.create(sale({ id, orderId: `o-${id}` }), `key-${id}`, rowOf('started', created)));
  for (const row of rows) must(journal.append(id, row));
}

/** Takes and accepts everything that waits of one payment. */
function drain(
  { outboxes: { willba: outbox } }: Storage,
  paymentId: string,
): { sequence: number; id: string; body: Record<string, unknown> }[] {
  const events = [];
  for (let next = outbox.next(paymentId); next !== null && next !== 'unreadable'; next = outbox.next(paymentId)) {
    events.push({ ...next, body: JSON.parse(next.body) as Record<string, unknown> });
    expect(outbox.accepted(next)).toBe(true);
  }
  return events;
}
const statesOf = (events: readonly { readonly body: Record<string, unknown> }[]): unknown[] =>
  events.map(({ body }) => (body['data'] as { state: string }).state);

describe('the outbox', () => {
  it('tells nobody a card number that an earlier version took for a reference', async () => {
    const storage = await start();
    storage.outboxes.strapi.serve(true);
    const facts = sale({ id: 'p', orderId: 'o-p', reference: 'huone 4111 1111 1111 1111' });
    must(storage.journal.create(facts, 'key-p', rowOf('started', created)));
    const shared = storage.outboxes.strapi.next('p');
    expect(JSON.stringify([shared, drain(storage, 'p')])).not.toMatch(/4111 1111/);
    expect(shared).toMatchObject({ payment: { reference: 'huone ···· ···· ···· 1111' } });
  });

  it('holds one event for each state that a payment reaches, in its order, and none for a step that nobody outside sees', async () => {
    const storage = await start();
    begin(
      storage,
      'p',
      rowOf('cleared', sent),
      rowOf({ type: 'request-written' }, { name: 'sent', written: true }),
      rowOf('given-up', checking(0)),
      rowOf({ type: 'lookup-due' }, checking(1)),
      rowOf({ type: 'lookup-due' }, checking(2)),
      rowOf('released', checking(2)),
      rowOf({ type: 'lookup-due' }, approvedState),
    );
    expect(storage.outboxes.willba.waiting()).toEqual(['p']);
    const events = drain(storage, 'p');
    expect(statesOf(events)).toEqual(['created', 'sent', 'checking', 'checking', 'approved']);
    expect(events.map(({ body }) => (body['data'] as { released: boolean }).released)).toEqual([false, false, false, true, true]);
    expect(events.map(({ body }) => body['sequence'])).toEqual(events.map(({ sequence }) => sequence));
    expect(events.map(({ sequence }) => sequence)).toEqual([...events.map(({ sequence }) => sequence)].sort((a, b) => a - b));
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(storage.outboxes.willba.waiting()).toEqual([]);
  });

  it('says what the payment was when it reached the state, however late it is sent', async () => {
    const storage = await start();
    begin(storage, 'p', rowOf('cleared', sent), rowOf('given-up', approvedState));
    const [first, , last] = drain(storage, 'p');
    expect(first?.body).toMatchObject({ type: 'payment.updated', data: { id: 'p', state: 'created', chargedMinor: 0, endedAt: null } });
    expect(last?.body).toMatchObject({
      data: { state: 'approved', chargedMinor: 1250, card: { brand: 'VISA', last4: '1234' }, endedAt: expect.any(String) },
    });
  });

  it("a person's decisions are news too", async () => {
    const storage = await start();
    const asked = { ...approvedState, signature: 'asked' } as const;
    begin(
      storage,
      'p',
      rowOf('cleared', sent),
      rowOf('given-up', asked),
      rowOf({ type: 'signature-judged', accepted: true, by: 'Maija V.' }, { ...asked, signature: 'accepted' }),
    );
    expect(statesOf(drain(storage, 'p'))).toEqual(['created', 'sent', 'approved', 'approved']);
  });

  it('sends the same body and id at every try, also after the card data was erased', async () => {
    const storage = await start();
    begin(storage, 'p', rowOf('cleared', sent), rowOf('given-up', approvedState));
    for (const _ of ['created', 'sent']) {
      const event = storage.outboxes.willba.next('p');
      if (event === null || event === 'unreadable') throw new Error('no event');
      storage.outboxes.willba.accepted(event);
    }
    const before = storage.outboxes.willba.next('p');
    const database = new Database(`${storage.folder}/payments.db`);
    expect(createCardEraser(database).ofPayment('p')).toMatchObject({ ok: true, value: { places: 1 } });
    database.close();
    expect(storage.outboxes.willba.next('p')).toEqual(before);
    expect(JSON.stringify(before)).toContain('1234');
  });

  it('keeps nothing where Willba is told nothing, and begins with the next row once it is', async () => {
    const storage = await start(newFolder(), false);
    begin(storage, 'before');
    expect(storage.outboxes.willba.waiting()).toEqual([]);
    storage.outboxes.willba.serve(true);
    must(storage.journal.append('before', rowOf('cleared', sent)));
    expect(statesOf(drain(storage, 'before'))).toEqual(['sent']);
  });

  it('tells to the end what it has begun to tell, also if the webhook was away in between', async () => {
    const storage = await start();
    begin(storage, 'p', rowOf('cleared', sent));
    storage.outboxes.willba.serve(false);
    must(storage.journal.append('p', rowOf('given-up', approvedState)));
    begin(storage, 'other');
    storage.outboxes.willba.serve(true);
    expect(statesOf(drain(storage, 'p'))).toEqual(['created', 'sent', 'approved']);
    expect(storage.outboxes.willba.waiting()).toEqual([]);
  });

  it('uses no number again after an older copy was put back', async () => {
    const first = await start();
    first.outboxes.willba.waiting();
    begin(first, 'before');
    await first.close();
    open.length = 0;
    const copy = newFolder();
    copyFileSync(`${first.folder}/payments.db`, `${copy}/payments.db`);
    const second = await start(first.folder);
    second.outboxes.willba.waiting();
    begin(second, 'lost');
    const [told] = drain(second, 'lost');
    await second.close();
    open.length = 0;
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    const back = await start(copy);
    back.outboxes.willba.waiting();
    begin(back, 'after');
    expect(drain(back, 'after')[0]?.sequence).toBeGreaterThan(told?.sequence ?? Number.POSITIVE_INFINITY);
  });

  it('stays over a restart, and what was accepted stays accepted', async () => {
    const first = await start();
    begin(first, 'p', rowOf('cleared', sent));
    const told = first.outboxes.willba.next('p');
    if (told === null || told === 'unreadable') throw new Error('no event');
    first.outboxes.willba.accepted(told);
    await first.close();
    open.length = 0;
    const second = await start(first.folder);
    expect(statesOf(drain(second, 'p'))).toEqual(['sent']);
  });
});

describe('the database', () => {
  const rowsOf = (database: InstanceType<typeof Database>): unknown => database.prepare('SELECT count(*) FROM outbox').pluck().get();

  async function withReceiver() {
    const opened = await openJournal();
    opened.database.prepare(`INSERT INTO desk (key, value) VALUES ('outbox:willba', 'true')`).run();
    must(opened.journal.create(sale({ id: 'p' }), 'key-p', rowOf('started', created)));
    return opened;
  }

  it('writes no row without its event', async () => {
    const { database, journal } = await withReceiver();
    database.exec(`CREATE TRIGGER no_room BEFORE INSERT ON outbox BEGIN SELECT RAISE (ABORT, 'no room'); END`);
    expect(journal.append('p', rowOf('cleared', sent))).toMatchObject({ ok: false });
    expect(journal.rows('p')).toHaveLength(1);
    expect(rowsOf(database)).toBe(1);
  });

  it('writes no event without its row', async () => {
    const { database, journal } = await withReceiver();
    database.exec(`CREATE TRIGGER no_row BEFORE UPDATE ON payments BEGIN SELECT RAISE (ABORT, 'no row'); END`);
    expect(journal.append('p', rowOf('cleared', sent))).toMatchObject({ ok: false });
    expect(journal.rows('p')).toHaveLength(1);
    expect(rowsOf(database)).toBe(1);
    const alone = `INSERT INTO outbox (receiver, id, event_number, payment_id) VALUES ('willba', 'x', 99, 'p')`;
    expect(() => database.exec(alone)).toThrow(/FOREIGN KEY/);
  });

  it('adds the event whoever writes the row', async () => {
    const { database } = await withReceiver();
    database.exec(`INSERT INTO payment_events (payment_id, seq, at, event, state)
      VALUES ('p', 2, '2026-11-23T10:00:00.000Z', '{"type":"cleared"}', '{"name":"sent","written":false}')`);
    expect(rowsOf(database)).toBe(2);
  });

  it.each([
    ['another id', `UPDATE outbox SET id = 'other'`],
    ['another payment', `UPDATE outbox SET payment_id = 'other'`],
    ['a lower sequence', 'UPDATE outbox SET sequence = 0'],
    ['another body', `UPDATE outbox SET body = '{}'; UPDATE outbox SET body = '[]'`],
    ['an acceptance taken back', `UPDATE outbox SET accepted_at = '2026-11-23T10:00:00.000Z'; UPDATE outbox SET accepted_at = NULL`],
    ['an event that Willba has not accepted is deleted', 'DELETE FROM outbox'],
  ])('refuses %s', async (_what, sql) => {
    const { database } = await withReceiver();
    expect(() => database.exec(sql)).toThrow(/outbox:/);
  });

  it('takes a journal of the form before as it is', async () => {
    const path = newPath();
    const before = await openWell(path, { migrations: migrations.slice(0, 8) });
    before.database.close();
    const { database, backup } = await openWell(path);
    expect(backup).not.toBeNull();
    expect(rowsOf(database)).toBe(0);
    database.close();
    const another = newPath();
    await writeSomePayments(another);
  });
});

it('old events are deleted only when Willba has accepted them', async () => {
  const storage = await start();
  begin(storage, 'p', rowOf('cleared', sent));
  const told = storage.outboxes.willba.next('p');
  if (told === null || told === 'unreadable') throw new Error('no event');
  const database = new Database(`${storage.folder}/payments.db`);
  database.prepare(`UPDATE outbox SET accepted_at = '2026-01-01T00:00:00.000Z' WHERE sequence = ?`).run(told.sequence);
  storage.outboxes.willba.prune(10);
  expect(database.prepare('SELECT accepted_at FROM outbox').pluck().all()).toEqual([null]);
  database.close();
});
