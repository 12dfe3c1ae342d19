import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PaymentJournal } from '../../../electron/payments/ports.ts';
import { createClosedJournal } from '../../../electron/storage/closed-journal.ts';
import { closedStorage } from '../../../electron/storage/closed-storage.ts';
import { createDeskMemory } from '../../../electron/storage/desk-memory.ts';
import { createDeskTable } from '../../../electron/storage/desk-table.ts';
import { openStorage } from '../../../electron/storage/open-storage.ts';
import { createPaymentJournal } from '../../../electron/storage/payment-journal.ts';
import { Database, type SqliteDatabase } from '../../../electron/storage/sqlite.ts';
import { type Log, silentLog } from '../../../electron/support/log.ts';
import { must, newPath, openJournal, openWell, rowOf, sale } from './journal-on-disk.ts';

const terminal = { terminalId: '71000001', name: 'Päätelaite I', active: true, location: 'Aula', pointOfSale: 'Vastaanotto' };

const FROM = 'https://cms.example';

function memoryOf(database: SqliteDatabase, log: Log = silentLog) {
  const journal = createPaymentJournal(database);
  return createDeskMemory(createDeskTable(database), journal, journal, log);
}

/** A log that keeps what went wrong. */
function complaining(): { readonly log: Log; readonly complaints: string[] } {
  const complaints: string[] = [];
  return { log: { ...silentLog, error: (message) => void complaints.push(message) }, complaints };
}

describe('what this PC chose', () => {
  it('is nothing at first', async () => {
    const memory = memoryOf((await openWell(newPath())).database);
    const known = [memory.terminalMemory.read(), memory.directoryCache(FROM).read(), memory.netsListingCache(FROM).read()];
    expect([...known, memory.login(), memory.currency(), memory.lateApprovals.unseen()]).toEqual([null, null, null, null, null, []]);
  });

  it('is remembered with its last known name over a restart, and may be chosen again', async () => {
    const path = newPath();
    const first = await openWell(path);
    const memory = memoryOf(first.database);
    expect(memory.terminalMemory.write(terminal)).toBe(true);
    expect(memory.terminalMemory.write({ ...terminal, name: 'Päätelaite II' })).toBe(true);
    memory.directoryCache(FROM).keep({ terminals: [terminal], readAt: '2026-11-23T10:00:00.000Z' });
    memory.netsListingCache(FROM).keep({ ids: ['71000001'], at: '2026-11-23T10:00:01.000Z' });
    memory.keepLogin({ baseUrl: 'https://nets.example', username: 'hotel' });
    memory.keepCurrency('SEK');
    first.database.close();

    const again = memoryOf((await openWell(path)).database);
    expect(again.terminalMemory.read()).toEqual({ ...terminal, name: 'Päätelaite II' });
    expect(again.directoryCache(FROM).read()?.terminals).toEqual([terminal]);
    expect(again.netsListingCache(FROM).read()).toMatchObject({ ids: ['71000001'], at: '2026-11-23T10:00:01.000Z' });
    expect(again.login()).toEqual({ baseUrl: 'https://nets.example', username: 'hotel' });
    expect(again.currency()).toBe('SEK');
    // Another customer's Strapi, another log-in: what these said is not theirs.
    const other = 'https://other.example';
    expect([again.directoryCache(other).read(), again.netsListingCache(other).read()]).toEqual([null, null]);
  });

  it('that cannot be read is no choice', async () => {
    const { database } = await openWell(newPath());
    database.exec(`INSERT INTO desk VALUES ('terminal', '{"terminalId":7}'), ('login', '[]'), ('currency', '7'), ('directory', 'null')`);
    const memory = memoryOf(database);
    expect([memory.terminalMemory.read(), memory.login(), memory.currency(), memory.directoryCache(FROM).read()]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('that cannot be written is said so, each by a line of its own', async () => {
    const { database } = await openWell(newPath());
    database.pragma('query_only = ON');
    const { log, complaints } = complaining();
    const memory = memoryOf(database, log);
    expect(memory.terminalMemory.write(terminal)).toBe(false);
    memory.directoryCache(FROM).keep({ terminals: [terminal], readAt: '2026-11-23T10:00:00.000Z' });
    memory.netsListingCache(FROM).keep({ ids: [], at: '2026-11-23T10:00:01.000Z' });
    memory.keepLogin({ baseUrl: 'https://nets.example', username: 'hotel' });
    memory.keepCurrency('SEK');
    expect(new Set(complaints).size).toBe(5);
  });
});

describe('where the journal could not be opened', () => {
  it('everything is unknown, and nothing is kept', () => {
    const storage = closedStorage('journal-unreadable', 'no rights', () => true);
    expect(storage.terminalMemory.write(terminal)).toBe(false);
    storage.directoryCache(FROM).keep({ terminals: [terminal], readAt: '2026-11-23T10:00:00.000Z' });
    storage.netsListingCache(FROM).keep({ ids: [], at: '2026-11-23T10:00:01.000Z' });
    storage.keepLogin({ baseUrl: 'https://nets.example', username: 'hotel' });
    storage.keepCurrency('SEK');
    expect(storage.lateApprovals.keep('a')).toBe(false);
    storage.lateApprovals.forget('a');
    const known = [storage.terminalMemory.read(), storage.directoryCache(FROM).read(), storage.netsListingCache(FROM).read()];
    expect([...known, storage.login(), storage.currency(), storage.lateApprovals.unseen()]).toEqual([null, null, null, null, null, []]);
    expect([storage.missingPayments.current(), storage.missingPayments.read('Maija V.'), storage.isHealthy()]).toEqual([
      null,
      false,
      false,
    ]);
  });

  it('the journal answers each question as one that never met anybody, and takes nothing', async () => {
    const { journal: empty } = await openJournal();
    const closed = createClosedJournal('no rights');
    expect(Object.keys(closed).sort()).toEqual(Object.keys(empty).sort());
    const ask = (journal: PaymentJournal): unknown => [
      journal.byId('p'),
      journal.open(),
      journal.unresolved(),
      journal.unproven(),
      journal.byOrderId('o'),
      journal.byReference('r'),
      journal.byOriginal('p'),
      journal.startedSince(''),
      journal.unsigned(''),
      journal.latestAt('71000001'),
      journal.latestRunAt('71000001'),
      journal.rows('p'),
    ];
    expect(ask(closed)).toEqual(ask(empty));
    const refusal = { ok: false, error: { kind: 'unavailable', cause: 'no rights' } };
    expect(closed.create(sale(), 'attempt', rowOf('started', { name: 'created' }))).toEqual(refusal);
    expect(closed.append('p', rowOf('started', { name: 'created' }))).toEqual(refusal);
  });
});

describe('late approvals that nobody has opened', () => {
  it('are kept one by one over a restart, the oldest payment first, without those that are not in the journal', async () => {
    const { path, database, journal } = await openJournal();
    const { lateApprovals, terminalMemory } = memoryOf(database);
    expect(lateApprovals.unseen()).toEqual([]);
    for (const id of ['z', 'a', 'm']) must(journal.create(sale({ id }), `attempt-${id}`, rowOf('started', { name: 'created' })));
    expect(terminalMemory.write(terminal)).toBe(true);
    for (const id of ['m', 'nobody', 'a', 'z', 'z']) expect(lateApprovals.keep(id)).toBe(true);
    lateApprovals.forget('a');
    lateApprovals.forget('a');
    database.close();

    const again = memoryOf((await openWell(path)).database);
    expect(again.lateApprovals.unseen()).toEqual(['z', 'm']);
    expect(again.terminalMemory.read()).toEqual(terminal);
  });

  it('that cannot be read, kept or forgotten are logged, and nothing else happens', async () => {
    const path = newPath();
    const { log, complaints } = complaining();
    const storage = await openStorage(dirname(path), log);
    const other = new Database(path);
    other.exec('DROP TABLE desk');
    other.close();
    expect([storage.lateApprovals.unseen(), storage.lateApprovals.keep('a')]).toEqual([[], false]);
    storage.lateApprovals.forget('a');
    expect(complaints).toEqual(Array.from({ length: 3 }, () => expect.stringContaining('paid after all')));
    expect(storage.problem()).toBeNull();
    await storage.close();
  });
});
