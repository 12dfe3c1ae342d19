import { z } from 'zod';
import type { ExportedPayment } from '../../shared/payment.ts';
import { isFinal } from '../payments/core/state.ts';
import type { JournalledPayment } from '../payments/ports.ts';
import { toExportedPayment } from '../payments/rules/exported-payment.ts';
import { toSharedPayment } from '../payments/rules/shared-payment.ts';
import type { SharedEvent } from '../strapi/ports.ts';
import type { OutboxEvent } from '../willba/ports.ts';
import { makeDurable } from './durability.ts';
import { maskedPayment } from './export-payments.ts';
import { createPaymentReads } from './payment-reads.ts';
import { Database, type SqliteDatabase } from './sqlite.ts';

/** As the database's trigger names them. */
export type Receiver = 'willba' | 'strapi';

/** Another connection of this program holds the lock for no longer than one row. */
const BUSY_MS = 200;
/** SQLite's own measure, in pages of the log: what a night's events added is folded beside them, and not by the next sale. */
const FOLD_AFTER = 1_000;
/** Sequences begin here, by the second: a journal that is begun anew, or put back from a copy, must not use its numbers again. */
const FIRST_DAY = Date.UTC(2026, 0, 1);

export type OutboxRows = ReturnType<typeof openOutboxRows>;

/** Opens the outbox's own connection (outbox.ts says why it has one). @throws SQLite's own error */
export function openOutboxRows(path: string, folds: boolean, now: Date) {
  const database = new Database(path, { fileMustExist: true, timeout: BUSY_MS });
  try {
    makeDurable(database);
    database.pragma('synchronous = NORMAL');
    // Folding would hide damage that the check has not found yet (whole-check.ts).
    database.pragma(`wal_autocheckpoint = ${folds ? FOLD_AFTER : 0}`);
    raiseSequence(database, secondsOf(now));
    return {
      ...statementsOf(database),
      fold: (): void => void database.pragma(`wal_autocheckpoint = ${FOLD_AFTER}`),
      close: (): void => void database.close(),
    };
  } catch (cause) {
    database.close();
    throw cause;
  }
}

/** The least sequence at this moment. */
export const secondsOf = (moment: Date): number => Math.floor((moment.getTime() - FIRST_DAY) / 1_000);

export function raiseSequence(database: SqliteDatabase, least: number): void {
  const raised = database.prepare(`UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'outbox'`).run(least);
  if (raised.changes === 0) database.prepare(`INSERT INTO sqlite_sequence (name, seq) VALUES ('outbox', ?)`).run(least);
}

const waitingRow = z.object({ sequence: z.int(), id: z.string(), body: z.string().nullable(), seq: z.int(), at: z.string() });

function statementsOf(database: SqliteDatabase) {
  const selectWaiting = database
    .prepare<[string], string>(
      'SELECT payment_id FROM outbox WHERE receiver = ? AND accepted_at IS NULL GROUP BY payment_id ORDER BY min(sequence)',
    )
    .pluck();
  const selectIsWaiting = database
    .prepare<[string, string], unknown>('SELECT 1 FROM outbox WHERE receiver = ? AND payment_id = ? AND accepted_at IS NULL LIMIT 1')
    .pluck();
  const accept = database.prepare<[string, number]>('UPDATE outbox SET accepted_at = coalesce(accepted_at, ?) WHERE sequence = ?');
  const acceptUpTo = database.prepare<[string, string, string, number]>(
    'UPDATE outbox SET accepted_at = ? WHERE receiver = ? AND payment_id = ? AND accepted_at IS NULL AND sequence <= ?',
  );
  const prune = database.prepare<[string, number]>(
    'DELETE FROM outbox WHERE sequence IN (SELECT sequence FROM outbox WHERE accepted_at < ? ORDER BY accepted_at LIMIT ?)',
  );

  return {
    waiting: (receiver: Receiver): readonly string[] => selectWaiting.all(receiver),
    isWaiting: (receiver: Receiver, paymentId: string): boolean => selectIsWaiting.get(receiver, paymentId) !== undefined,
    ...nextOf(database),
    accept: (sequence: number, at: string): void => void accept.run(at, sequence),
    /** Of this payment everything up to here, for a receiver that needs only its newest state. */
    acceptUpTo: (receiver: Receiver, paymentId: string, sequence: number, at: string): void =>
      void acceptUpTo.run(at, receiver, paymentId, sequence),
    prune: (before: string, most: number): void => void prune.run(before, most),
  };
}

/** What each receiver is told next of a payment. */
function nextOf(database: SqliteDatabase) {
  const reads = createPaymentReads(database);
  const selectNext = (order: 'ASC' | 'DESC') =>
    database.prepare<[string, string], unknown>(`
    SELECT sequence, outbox.id, body, seq, at FROM outbox JOIN payment_events ON number = event_number
    WHERE receiver = ? AND outbox.payment_id = ? AND accepted_at IS NULL ORDER BY sequence ${order} LIMIT 1`);
  const oldest = selectNext('ASC');
  const newest = selectNext('DESC');
  const keepBody = database.prepare<[string, number]>('UPDATE outbox SET body = ? WHERE sequence = ?');

  return {
    /** The body is kept before the first try: it does not change when a new version writes more members, or card data is erased. */
    nextForWillba(paymentId: string, hasRoom: () => boolean): OutboxEvent | null | 'unreadable' {
      const found = oldest.get('willba', paymentId);
      if (found === undefined) return null;
      const { sequence, id, body, seq, at } = waitingRow.parse(found);
      if (body !== null) return { sequence, id, body };
      // What is left of a full disk belongs to payments that may be charging.
      if (!hasRoom()) return 'unreadable';
      const data = toldOf(paymentAfter(reads, paymentId, seq));
      const text = JSON.stringify({ type: 'payment.updated', timestamp: at, sequence, data });
      keepBody.run(text, sequence);
      return { sequence, id, body: text };
    },

    /** Only the newest state: another desk needs no history. */
    nextForStrapi(paymentId: string): SharedEvent | null {
      const found = newest.get('strapi', paymentId);
      if (found === undefined) return null;
      const { sequence, seq, at } = waitingRow.parse(found);
      return { sequence, payment: toSharedPayment(toldOf(paymentAfter(reads, paymentId, seq)), at) };
    },
  };
}

/** As the export gives it: what an earlier version accepted is masked by what this one recognises. */
const toldOf = (payment: JournalledPayment): ExportedPayment => maskedPayment(toExportedPayment(payment));

/** The payment as it was after its row `seq`: what happened later is another event. */
function paymentAfter(reads: ReturnType<typeof createPaymentReads>, paymentId: string, seq: number): JournalledPayment {
  const payment = reads.byId(paymentId);
  const rows = reads.rows(paymentId).slice(0, seq);
  const last = rows.at(-1);
  if (payment === null || last === undefined) throw new Error(`The outbox names ${paymentId}, and the journal has no row ${seq} of it`);
  return {
    facts: payment.facts,
    state: last.state,
    startedAt: payment.startedAt,
    endedAt: rows.find(({ state }) => isFinal(state))?.at ?? null,
    releasedAt: rows.find(({ event }) => event.type === 'released')?.at ?? null,
  };
}

/** How many events Willba has not accepted. Works for a journal that was opened read-only too, and for one without an outbox. */
export function countUnsent(database: SqliteDatabase): number {
  const isThere = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'outbox'`).get() !== undefined;
  const count = isThere
    ? database.prepare(`SELECT count(*) FROM outbox WHERE receiver = 'willba' AND accepted_at IS NULL`).pluck().get()
    : 0;
  return typeof count === 'number' ? count : 0;
}
