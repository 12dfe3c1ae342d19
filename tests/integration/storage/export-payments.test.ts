import { chmodSync, copyFileSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toExportedPayment } from '../../../electron/payments/rules/exported-payment.ts';
import { exportPayments } from '../../../electron/storage/export-payments.ts';
import { openReadOnly } from '../../../electron/storage/open-read-only.ts';
import { createPaymentJournal } from '../../../electron/storage/payment-journal.ts';
import { Database } from '../../../electron/storage/sqlite.ts';
import {
  digest,
  filesBeside,
  must,
  newFolder,
  newPath,
  openJournal,
  openWell,
  rowOf,
  sale,
  withoutRoot,
  writeSomePayments,
} from './journal-on-disk.ts';

const newTarget = (): string => join(newFolder(), 'payments.jsonl');
const lines = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('the export', () => {
  it('holds each payment as the journal knows it, oldest first, each in a line of its own', async () => {
    const { path, journal } = await openJournal();
    const ids = ['b', 'a', 'c'];
    for (const id of ids) {
      const facts = sale({ id, orderId: `o-${id}`, reference: `rivi\nvaihto "${id}"` });
      must(journal.create(facts, `attempt-${id}`, rowOf('started', { name: 'created' })));
    }
    const target = newTarget();
    expect(exportPayments(path, target)).toEqual({ ok: true, value: { payments: 3 } });
    const expected = ids.map((id) => journal.byId(id)).map((payment) => payment && toExportedPayment(payment));
    expect(lines(target)).toEqual(expected);
    expect(readFileSync(target, 'utf8').endsWith('\n')).toBe(true);
  });

  it('of no journal is an empty file, and no journal is begun', () => {
    const path = newPath();
    const target = newTarget();
    writeFileSync(target, 'of yesterday');
    expect(exportPayments(path, target)).toEqual({ ok: true, value: { payments: 0 } });
    expect(readFileSync(target, 'utf8')).toBe('');
    expect(filesBeside(path)).toEqual([]);
  });

  it('of a journal killed in its first moment is an empty file', async () => {
    const path = newPath();
    writeFileSync(path, '');
    expect(exportPayments(path, newTarget())).toEqual({ ok: true, value: { payments: 0 } });
    expect(filesBeside(path)).toEqual(['payments.db']);

    // A moment later, as seen after real kills: the first page is there, and the rollback journal takes it back to none.
    const beginning = new Database(path);
    beginning.pragma('user_version = 0');
    beginning.close();
    const header = Buffer.alloc(512);
    header.write('d9d505f920a163d7', 'hex');
    header.writeUInt32BE(512, 20);
    header.writeUInt32BE(4096, 24);
    writeFileSync(`${path}-journal`, header);
    expect(statSync(path).size).toBe(4096);
    expect(exportPayments(path, newTarget())).toEqual({ ok: true, value: { payments: 0 } });
    await openWell(path);
  });

  it('of a journal that was closed well changes and leaves nothing there', async () => {
    const path = newPath();
    await writeSomePayments(path);
    const before = digest(path);
    expect(exportPayments(path, newTarget())).toEqual({ ok: true, value: { payments: 2 } });
    expect(digest(path)).toBe(before);
    expect(filesBeside(path)).toEqual(['payments.db']);
  });

  it('of a journal in a folder that only may be read', async () => {
    const path = newPath();
    await writeSomePayments(path);
    chmodSync(path, 0o444);
    chmodSync(dirname(path), 0o555);
    const target = newTarget();
    chmodSync(dirname(target), 0o777);
    expect(await withoutRoot(() => exportPayments(path, target))).toEqual({ ok: true, value: { payments: 2 } });
  });
});

describe('the export while the program runs', () => {
  it('sees what is committed, waits for no writer and holds none up', async () => {
    const { path, database, journal } = await openJournal();
    must(journal.create(sale({ id: 'committed' }), 'attempt-1', rowOf('started', { name: 'created' })));
    database.exec('BEGIN IMMEDIATE');
    must({ ok: database.prepare(`UPDATE desk SET value = '1'`).run().changes === 0 });
    database.exec(`INSERT INTO desk VALUES ('half', '1')`);
    const target = newTarget();
    expect(exportPayments(path, target)).toEqual({ ok: true, value: { payments: 1 } });
    database.exec('COMMIT');

    const reader = openReadOnly(path);
    if (!reader.ok) throw new Error(reader.error.kind);
    const rows = reader.value.database.prepare('SELECT id FROM payments').pluck().iterate();
    expect(rows.next().value).toBe('committed');
    must(journal.create(sale(), 'attempt-2', rowOf('started', { name: 'created' })));
    rows.return?.();
    expect(() => reader.value.database.exec(`INSERT INTO desk VALUES ('x', '1')`)).toThrow('readonly');
    reader.value.database.close();
  });

  it('reads a killed program’s log and leaves it as it is', async () => {
    const running = await openJournal();
    must(running.journal.create(sale(), 'attempt-1', rowOf('started', { name: 'created' })));
    const path = newPath();
    for (const ending of ['', '-wal', '-shm']) copyFileSync(running.path + ending, path + ending);
    const before = [digest(path), digest(`${path}-wal`)];
    expect(exportPayments(path, newTarget())).toEqual({ ok: true, value: { payments: 1 } });
    expect([digest(path), digest(`${path}-wal`)]).toEqual(before);
  });

  it('notices a program that starts while it reads', async () => {
    const path = newPath();
    await writeSomePayments(path);
    const reader = openReadOnly(path);
    if (!reader.ok) throw new Error(reader.error.kind);
    expect(reader.value.stayedTheSame()).toBe(true);
    const { database } = await openWell(path);
    expect(reader.value.stayedTheSame()).toBe(false);
    must(createPaymentJournal(database).create(sale(), 'attempt-x', rowOf('started', { name: 'created' })));
    database.close();
    expect(reader.value.stayedTheSame()).toBe(false);
    reader.value.database.close();
  });
});

describe('the target', () => {
  it('is replaced as a whole', async () => {
    const path = newPath();
    await writeSomePayments(path);
    const target = newTarget();
    writeFileSync(target, 'of yesterday');
    const yesterday = join(dirname(target), 'yesterday');
    linkSync(target, yesterday);
    expect(exportPayments(path, target).ok).toBe(true);
    // Renamed over, not written into: who had the old one open reads on in the old one.
    expect(readFileSync(yesterday, 'utf8')).toBe('of yesterday');
    expect(lines(target)).toHaveLength(2);
    expect(filesBeside(target)).toEqual(['payments.jsonl', 'yesterday']);
  });

  it('that cannot be written is an error', async () => {
    const path = newPath();
    await writeSomePayments(path);
    expect(exportPayments(path, join(newFolder(), 'nowhere', 'payments.jsonl'))).toMatchObject({ error: { kind: 'target-unwritable' } });
    const folder = newTarget();
    mkdirSync(folder);
    expect(exportPayments(path, folder)).toMatchObject({ error: { kind: 'target-unwritable' } });
    expect(filesBeside(folder)).toEqual(['payments.jsonl']);
  });

  it('is never the journal', async () => {
    const path = newPath();
    await writeSomePayments(path);
    const other = join(newFolder(), 'other-name');
    linkSync(path, other);
    const before = digest(path);
    for (const target of [path, `${path}-wal`, join(dirname(path), '.', 'payments.db'), other]) {
      expect(exportPayments(path, target)).toMatchObject({ error: { kind: 'target-unwritable' } });
    }
    expect(digest(path)).toBe(before);
    rmSync(other);
  });
});
