import { describe, expect, it } from 'vitest';
import { makeDurable, proveDurable, readDurability } from '../../../electron/storage/durability.ts';
import { createPaymentJournal } from '../../../electron/storage/payment-journal.ts';
import { Database } from '../../../electron/storage/sqlite.ts';
import { must, newPath, openJournal, openWell, rowOf, sale } from './journal-on-disk.ts';

const DURABLE = {
  journalMode: 'wal',
  synchronous: 2,
  foreignKeys: true,
  recursiveTriggers: true,
  fullfsync: true,
  checkpointFullfsync: true,
  secureDelete: true,
};

describe('what was acknowledged survives a power cut', () => {
  it('syncs fully after the first write', async () => {
    const { database, journal } = await openJournal();
    must(journal.create(sale(), 'attempt-1', rowOf('started', { name: 'created' })));
    expect(readDurability(database)).toEqual(DURABLE);
  });

  it('syncs fully after a reopen, before and after the first write there', async () => {
    const path = newPath();
    const first = await openJournal(path);
    must(first.journal.create(sale(), 'attempt-1', rowOf('started', { name: 'created' })));
    first.database.close();

    const { database } = await openWell(path);
    expect(readDurability(database)).toEqual(DURABLE);
    must(createPaymentJournal(database).create(sale(), 'attempt-2', rowOf('started', { name: 'created' })));
    expect(readDurability(database)).toEqual(DURABLE);
  });

  it('knows that the library would have lowered it', () => {
    const database = new Database(newPath());
    database.pragma('journal_mode = WAL');
    database.exec('CREATE TABLE probe (a INTEGER) STRICT');
    expect(readDurability(database).synchronous).toBe(1);
    database.close();
  });

  it.each(['synchronous = NORMAL', 'recursive_triggers = OFF', 'foreign_keys = OFF', 'fullfsync = OFF', 'checkpoint_fullfsync = OFF'])(
    'refuses a connection with %s',
    (setting) => {
      const database = new Database(newPath());
      makeDurable(database);
      proveDurable(database);
      database.pragma(setting);
      expect(() => proveDurable(database)).toThrow('not durable');
      database.close();
    },
  );
});
