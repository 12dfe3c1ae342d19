import { describe, expect, it } from 'vitest';
import { createPaymentJournal } from '../../../electron/storage/payment-journal.ts';
import type { Reserve } from '../../../electron/storage/reserve-file.ts';
import { Database, type SqliteDatabase } from '../../../electron/storage/sqlite.ts';
import { troubleOf, writeFailure } from '../../../electron/storage/storage-failure.ts';
import { approvedState, must, openJournal, openWell, rowOf, sale } from './journal-on-disk.ts';

/** SQLite says FULL as it does on a full disk. */
function fillUp(database: SqliteDatabase): void {
  database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true }))}`);
}
const makeRoom = (database: SqliteDatabase): unknown => database.pragma('max_page_count = 1000000');

/** More than the free space of any page already there. */
const long = 'x'.repeat(60_000);
const longEvidence = { status: 200, elapsedMs: 1, bodySha256: null, bodyBytes: 0, record: null, failureText: long, transport: null };
const { name: _, proof: __, ...approval } = approvedState;
const answer = { ...rowOf({ type: 'answered', outcome: { kind: 'approved', approval } }, approvedState), evidence: longEvidence };
function reserveOf(free: () => boolean): Reserve & { freed: number } {
  const reserve = {
    freed: 0,
    free() {
      reserve.freed += 1;
      return free();
    },
    restore: async () => true,
  };
  return reserve;
}

describe('a full disk', () => {
  it('takes no new payment, and nothing of it is left', async () => {
    const { database, journal } = await openJournal();
    fillUp(database);
    const facts = sale({ reference: long });
    expect(journal.create(facts, 'attempt-1', rowOf('started', { name: 'created' }))).toMatchObject({
      ok: false,
      error: { kind: 'disk-full' },
    });
    expect(journal.byId(facts.id)).toBeNull();
    expect(journal.rows(facts.id)).toEqual([]);
    makeRoom(database);
    must(journal.create(facts, 'attempt-1', rowOf('started', { name: 'created' })));
  });

  it('takes no payment without its first row', async () => {
    const { database, journal } = await openJournal();
    fillUp(database);
    const row = { ...rowOf('started', { name: 'created' }), evidence: longEvidence };
    expect(journal.create(sale({ id: 'p' }), 'attempt-1', row)).toMatchObject({ ok: false, error: { kind: 'disk-full' } });
    expect(journal.byId('p')).toBeNull();
  });

  it('takes a whole row or none', async () => {
    const { database, journal, path } = await openJournal();
    must(journal.create(sale({ id: 'p' }), 'attempt-1', rowOf('started', { name: 'created' })));
    must(journal.append('p', rowOf('cleared', { name: 'sent', written: true })));
    fillUp(database);
    expect(journal.append('p', answer)).toMatchObject({ ok: false, error: { kind: 'disk-full' } });
    expect(journal.byId('p')).toMatchObject({ state: { name: 'sent' }, endedAt: null });
    expect(journal.rows('p')).toHaveLength(2);
    database.close();

    const again = createPaymentJournal((await openWell(path)).database);
    must(again.append('p', answer));
    expect(again.byId('p')).toMatchObject({ state: approvedState, endedAt: answer.at });
  });
});

describe('the reserve', () => {
  it('makes room for an answer', async () => {
    const { database } = await openJournal();
    const reserve = reserveOf(() => makeRoom(database) !== null);
    const journal = createPaymentJournal(database, reserve);
    must(journal.create(sale({ id: 'p' }), 'attempt-1', rowOf('started', { name: 'created' })));
    fillUp(database);
    must(journal.append('p', answer));
    expect(reserve.freed).toBe(1);
    expect(journal.byId('p')?.state).toEqual(approvedState);
  });

  it('is not for what can still be stopped', async () => {
    const { database } = await openJournal();
    const reserve = reserveOf(() => makeRoom(database) !== null);
    const journal = createPaymentJournal(database, reserve);
    must(journal.create(sale({ id: 'p' }), 'attempt-1', rowOf('started', { name: 'created' })));
    fillUp(database);
    const cleared = { ...rowOf('cleared', { name: 'sent', written: false }), evidence: longEvidence };
    expect(journal.append('p', cleared)).toMatchObject({ ok: false, error: { kind: 'disk-full' } });
    const another = journal.create(sale({ reference: long }), 'attempt-2', rowOf('started', { name: 'created' }));
    expect(another).toMatchObject({ ok: false, error: { kind: 'disk-full' } });
    expect(reserve.freed).toBe(0);
  });

  it('does not hide that the answer is still not written', async () => {
    const { database } = await openJournal();
    const reserve = reserveOf(() => true);
    const journal = createPaymentJournal(database, reserve);
    must(journal.create(sale({ id: 'p' }), 'attempt-1', rowOf('started', { name: 'created' })));
    fillUp(database);
    expect(journal.append('p', answer)).toMatchObject({ ok: false, error: { kind: 'disk-full' } });
    expect(reserve.freed).toBe(1);
  });
});

describe('what tells that the disk is full', () => {
  // The second is what a full disk says to an open: the index beside the log does not fit.
  it.each(['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE'])('%s', (code) => {
    const cause = new Database.SqliteError('no room', code);
    expect(troubleOf(cause)).toBe('disk-full');
    expect(writeFailure(cause)).toEqual({ kind: 'disk-full', cause });
  });

  it('is not a failing disk', () => {
    expect(troubleOf(new Database.SqliteError('broken', 'SQLITE_IOERR_FSYNC'))).toBe('unreadable');
  });
});

describe('any other trouble', () => {
  it('is unavailable, with its cause', async () => {
    const { database, journal } = await openJournal();
    must(journal.create(sale({ id: 'p' }), 'attempt-1', rowOf('started', { name: 'created' })));
    database.pragma('query_only = ON');
    const failure = journal.append('p', answer);
    expect(failure).toMatchObject({ ok: false, error: { kind: 'unavailable', cause: { code: 'SQLITE_READONLY' } } });
  });
});
