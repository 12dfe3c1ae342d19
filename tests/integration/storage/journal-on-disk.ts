import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { PaymentEvent } from '../../../electron/payments/core/events.ts';
import type { PaymentFacts } from '../../../electron/payments/core/facts.ts';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import type { JournalRow, PaymentJournal } from '../../../electron/payments/ports.ts';
import { type OpenedDatabase, type OpenOptions, openDatabase } from '../../../electron/storage/open-database.ts';
import { createPaymentJournal } from '../../../electron/storage/payment-journal.ts';
import type { SqliteDatabase } from '../../../electron/storage/sqlite.ts';

const folders: string[] = [];
const databases: SqliteDatabase[] = [];

afterEach(() => {
  for (const database of databases.splice(0)) database.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder of this test's own, gone after it. Spaces and signs in the name, as Windows users have them. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'willba journal #ä-'));
  folders.push(folder);
  return folder;
}

export const newPath = (): string => join(newFolder(), 'payments.db');

/** Opens what must open; closed after the test. */
export async function openWell(path: string, options: OpenOptions = {}): Promise<OpenedDatabase> {
  const opened = await openDatabase(path, options);
  if (!opened.ok)
    throw new Error(`did not open: ${opened.error.kind}`, { cause: 'cause' in opened.error ? opened.error.cause : undefined });
  databases.push(opened.value.database);
  return opened.value;
}

export async function openJournal(path = newPath()): Promise<{ path: string; database: SqliteDatabase; journal: PaymentJournal }> {
  const { database } = await openWell(path);
  return { path, database, journal: createPaymentJournal(database) };
}

/** A journal with one approved and one open payment in it, closed well. */
export async function writeSomePayments(path: string): Promise<void> {
  const { database, journal } = await openJournal(path);
  const approved = sale({ id: 'p-approved', orderId: 'o-approved', terminalId: '71000001' });
  must(journal.create(approved, 'attempt-approved', rowOf('started', { name: 'created' })));
  must(journal.append(approved.id, rowOf('cleared', { name: 'sent', written: false })));
  must(journal.append(approved.id, rowOf('given-up', approvedState)));
  must(
    journal.create(
      sale({ id: 'p-open', orderId: 'o-open', terminalId: '71000002' }),
      'attempt-open',
      rowOf('started', { name: 'created' }),
    ),
  );
  database.close();
}

/** The files as a killed program leaves them: the database and its log, in a folder of their own. */
export async function killedJournal(change: (running: Awaited<ReturnType<typeof openJournal>>) => void): Promise<string> {
  const running = await openJournal();
  change(running);
  const path = newPath();
  for (const ending of ['', '-wal', '-shm']) copyFileSync(running.path + ending, path + ending);
  return path;
}

export const approvedState = {
  name: 'approved',
  proof: 'answer',
  chargedMinor: 1250,
  tipMinor: 0,
  surchargeMinor: 0,
  stan: '000123',
  card: { brand: 'VISA', last4: '1234' },
} as const satisfies PaymentState;

export function must(result: { readonly ok: boolean }): void {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
}

let made = 0;
export function sale(facts: Partial<PaymentFacts> = {}): PaymentFacts {
  made += 1;
  return {
    id: `payment-${made}`,
    orderId: `order-${made}`,
    kind: 'sale',
    requestId: null,
    originalId: null,
    amountMinor: 1250,
    currency: 'EUR',
    terminalId: `71${String(made).padStart(6, '0')}`,
    terminalName: 'Päätelaite I',
    pointOfSale: 'Vastaanotto',
    reference: 'R-1001',
    operator: 'Maija V.',
    environment: 'test',
    ...facts,
  };
}

let seconds = 0;
/** Each row a second later than the one before. */
export function rowOf(
  event: PaymentEvent | 'started' | 'cleared' | 'released' | 'given-up' | 'restarted',
  state: PaymentState,
): JournalRow {
  seconds += 1;
  const at = new Date(Date.UTC(2026, 10, 23, 10, 0, seconds)).toISOString();
  return { at, event: typeof event === 'string' ? { type: event } : event, state, evidence: null };
}

/** Only while nobody has the file open: reading it by another descriptor drops this process's locks on it. */
export const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

export const filesBeside = (path: string): string[] => readdirSync(join(path, '..')).sort();

/** As a user whom file rights bind; root passes every one of them. */
export async function withoutRoot<T>(act: () => T | Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    return await act();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
