import { afterEach, describe, expect, it } from 'vitest';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import { migrations } from '../../../electron/storage/migrations.ts';
import { openStorage, type Storage } from '../../../electron/storage/open-storage.ts';
import { countUnsent } from '../../../electron/storage/outbox-rows.ts';
import { createPaymentJournal } from '../../../electron/storage/payment-journal.ts';
import { Database, type SqliteDatabase } from '../../../electron/storage/sqlite.ts';
import { silentLog } from '../../../electron/support/log.ts';
import { approvedState, must, newFolder, newPath, openWell, rowOf, sale } from './journal-on-disk.ts';

const open: Storage[] = [];
afterEach(async () => {
  for (const storage of open.splice(0)) await storage.close();
});

async function start(told: { readonly willba?: boolean; readonly strapi?: boolean }, folder = newFolder()) {
  const storage = await openStorage(folder, silentLog);
  open.push(storage);
  if (told.willba !== undefined) storage.outboxes.willba.serve(told.willba);
  if (told.strapi !== undefined) storage.outboxes.strapi.serve(told.strapi);
  return { ...storage, folder };
}

const created: PaymentState = { name: 'created' };
const sent: PaymentState = { name: 'sent', written: false };
const begin = ({ journal }: Storage, id: string): void =>
  must(journal.create(sale({ id, orderId: `o-${id}`, operator: 'Maija V.' }), `key-${id}`, rowOf('started', created)));
const next = ({ outboxes }: Storage, id: string) => {
  const event = outboxes.strapi.next(id);
  if (event === null || event === 'unreadable') throw new Error('nothing is to be told');
  return event;
};

describe('what the other desks are told', () => {
  it('is the newest state of a payment, without its card and without a name', async () => {
    const storage = await start({ strapi: true });
    begin(storage, 'p');
    must(storage.journal.append('p', rowOf('cleared', sent)));
    must(storage.journal.append('p', rowOf('given-up', approvedState)));
    expect(storage.outboxes.strapi.waiting()).toEqual(['p']);
    const event = next(storage, 'p');
    expect(event.payment).toMatchObject({ paymentId: 'p', state: 'approved', chargedMinor: 1250, moneyMoved: 'yes' });
    expect(JSON.stringify(event)).not.toMatch(/1234|VISA|Maija/);
    expect(storage.outboxes.strapi.accepted(event)).toBe(true);
    expect(storage.outboxes.strapi.waiting()).toEqual([]);
  });

  it('is nothing that came after the state that was accepted', async () => {
    const storage = await start({ strapi: true });
    begin(storage, 'p');
    const first = next(storage, 'p');
    must(storage.journal.append('p', rowOf('cleared', sent)));
    expect(storage.outboxes.strapi.accepted(first)).toBe(true);
    expect(next(storage, 'p').payment.state).toBe('sent');
  });

  it('is kept beside what Willba is told, and neither takes from the other', async () => {
    const storage = await start({ willba: true, strapi: true });
    begin(storage, 'p');
    must(storage.journal.append('p', rowOf('cleared', sent)));
    storage.outboxes.strapi.accepted(next(storage, 'p'));
    expect(storage.outboxes.strapi.isWaiting('p')).toBe(false);
    const told = storage.outboxes.willba.next('p');
    if (told === null || told === 'unreadable') throw new Error('Willba is told nothing');
    expect(JSON.parse(told.body)).toMatchObject({ data: { state: 'created' } });
    storage.outboxes.willba.accepted(told);
    expect(storage.outboxes.willba.isWaiting('p')).toBe(true);
  });

  it('is not counted among the events that Willba has not accepted', async () => {
    const storage = await start({ willba: false, strapi: true });
    begin(storage, 'p');
    const database = new Database(`${storage.folder}/payments.db`, { readonly: true });
    expect(countUnsent(database)).toBe(0);
    database.close();
    expect(storage.outboxes.willba.waiting()).toEqual([]);
  });

  it('begins and ends without what Willba has begun to hear', async () => {
    const storage = await start({ willba: true, strapi: false });
    begin(storage, 'p');
    must(storage.journal.append('p', rowOf('cleared', sent)));
    expect(storage.outboxes.strapi.waiting()).toEqual([]);
  });

  it('is still to be told after a restart, also where nobody says yet that it is set up', async () => {
    const first = await start({ strapi: true });
    begin(first, 'p');
    await first.close();
    open.length = 0;
    const second = await start({}, first.folder);
    must(second.journal.append('p', rowOf('cleared', sent)));
    begin(second, 'other');
    expect(next(second, 'p').payment.state).toBe('sent');
    expect(next(second, 'other').payment.state).toBe('created');
  });
});

describe('this installation', () => {
  it('has one id, over restarts, and another journal has another', async () => {
    const first = await start({});
    const id = first.installation();
    expect(first.installation()).toBe(id);
    await first.close();
    open.length = 0;
    expect((await start({}, first.folder)).installation()).toBe(id);
    expect((await start({})).installation()).not.toBe(id);
  });
});

describe('a journal of the form before', () => {
  const BEFORE = 10;
  const all = (database: SqliteDatabase) => ({
    rows: database.prepare('SELECT * FROM outbox ORDER BY sequence').all(),
    last: database.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'outbox'`).pluck().get(),
    names: database.prepare(`SELECT name FROM sqlite_sequence WHERE name GLOB 'outbox*'`).pluck().all(),
  });

  async function formBefore() {
    const path = newPath();
    const { database } = await openWell(path, { migrations: migrations.slice(0, BEFORE) });
    database.prepare(`INSERT INTO desk (key, value) VALUES ('outbox:willba', 'true')`).run();
    const journal = createPaymentJournal(database);
    for (const id of ['p', 'q']) {
      must(journal.create(sale({ id, orderId: `o-${id}` }), `key-${id}`, rowOf('started', created)));
      must(journal.append(id, rowOf('cleared', sent)));
      must(journal.append(id, rowOf('given-up', approvedState)));
    }
    database.exec(`UPDATE outbox SET body = '{"kept":1}', accepted_at = '2026-11-23T10:00:00.000Z' WHERE sequence <= 2`);
    database.exec(`UPDATE sqlite_sequence SET seq = 28000000 WHERE name = 'outbox'`);
    const kept = all(database);
    database.close();
    return { path, kept };
  }

  it('keeps every row, and the next one gets the number that it would have got', async () => {
    const { path, kept } = await formBefore();
    expect(kept.rows).toHaveLength(6);
    const { database } = await openWell(path);
    expect(all(database)).toEqual(kept);
    const journal = createPaymentJournal(database);
    must(journal.create(sale({ id: 'r', orderId: 'o-r' }), 'key-r', rowOf('started', created)));
    expect(database.prepare('SELECT receiver, sequence FROM outbox ORDER BY sequence DESC LIMIT 1').get()).toEqual({
      receiver: 'willba',
      sequence: 28_000_001,
    });
    database.close();
  });

  it('keeps the rules about its rows', async () => {
    const { path } = await formBefore();
    const { database } = await openWell(path);
    for (const sql of [
      `UPDATE outbox SET id = 'other'`,
      `UPDATE outbox SET body = '[]'`,
      'UPDATE outbox SET accepted_at = NULL',
      'DELETE FROM outbox',
    ]) {
      expect(() => database.exec(sql), sql).toThrow(/outbox:/);
    }
    const foreign = `INSERT INTO outbox (receiver, id, event_number, payment_id) VALUES ('elsewhere', 'x', 1, 'p')`;
    expect(() => database.exec(foreign)).toThrow(/CHECK/);
    database.close();
  });

  it('tells Strapi of what happens from then on', async () => {
    const { path } = await formBefore();
    const { database } = await openWell(path);
    database.prepare(`INSERT INTO desk (key, value) VALUES ('outbox:strapi', 'true')`).run();
    const journal = createPaymentJournal(database);
    must(journal.create(sale({ id: 'r', orderId: 'o-r' }), 'key-r', rowOf('started', created)));
    expect(database.prepare(`SELECT receiver FROM outbox WHERE payment_id = 'r' ORDER BY receiver`).pluck().all()).toEqual([
      'strapi',
      'willba',
    ]);
    expect(database.prepare(`SELECT count(*) FROM outbox WHERE receiver = 'strapi'`).pluck().get()).toBe(1);
    database.close();
  });
});
