import { z } from 'zod';
import { isFinal } from '../payments/core/state.ts';
import type { JournalledPayment, PaymentJournal } from '../payments/ports.ts';
import { toExportedPayment } from '../payments/rules/exported-payment.ts';
import type { Log } from '../support/log.ts';
import type { Outbox, OutboxEvent } from '../willba/ports.ts';
import type { DeskTable } from './desk-table.ts';
import { makeDurable } from './durability.ts';
import { createPaymentReads } from './payment-reads.ts';
import { Database, type SqliteDatabase } from './sqlite.ts';

const RECEIVER = 'willba';
const KEY = `outbox:${RECEIVER}`;
/** Willba may ask for what it has lost for this long. */
const KEPT_DAYS = 90;
/** Another connection of this program holds the lock for no longer than one row. */
const BUSY_MS = 200;
/** SQLite's own measure, in pages of the log: what a night's events added is folded beside them, and not by the next sale. */
const FOLD_AFTER = 1_000;

export type KeptOutbox = Outbox & {
  /** Sets whether events are kept for Willba from now on. Before the first row of a run. */
  readonly serve: (isSetUp: boolean) => void;
  /** Is told of each row that was written, so that news is sent at once and none depends on who wrote it. */
  readonly follow: (rowWritten: (paymentId: string) => void) => void;
  /** The same journal, and `follow` hears of its rows. */
  readonly noting: (journal: PaymentJournal) => PaymentJournal;
  readonly close: () => void;
};

/** Without what belongs to opening and closing the storage. */
export type WorldOutbox = Omit<KeptOutbox, 'noting' | 'close'>;

/**
 * The outbox has a connection of its own, for two reasons. Its reads never wait for a sale's statement; and it notes what was accepted
 * without waiting for the disk (`synchronous` NORMAL). After a power cut such a note may be lost, and the event is sent once more under
 * the same id. The events themselves are written with the journal's row, by the database (migrations/0009-outbox.ts).
 */
export function createOutbox(
  path: string,
  table: DeskTable,
  log: Log,
  { hasRoom, mayFold }: { readonly hasRoom: () => boolean; readonly mayFold: Promise<boolean> },
  now = (): Date => new Date(),
): KeptOutbox {
  let opened: ReturnType<typeof openOutbox> | null = null;
  let isClosed = false;
  const serving = createServing(table, log);
  let folds = false;
  void mayFold.then((may) => {
    folds = may;
    if (folds) opened?.fold();
  });
  const listener = createListener(log);

  function attempt<T>(what: string, otherwise: T, run: (outbox: ReturnType<typeof openOutbox>) => T): T {
    if (isClosed) return otherwise;
    try {
      opened ??= openOutbox(path, folds, now());
      return run(opened);
    } catch (cause) {
      log.error(`the events for Willba: ${what}`, cause);
      return otherwise;
    }
  }

  return {
    serve: serving.set,
    waiting() {
      serving.keep();
      return attempt<readonly string[] | null>('cannot be listed', null, (outbox) => outbox.waiting());
    },
    isWaiting: (paymentId) => attempt('one cannot be read', true, (outbox) => outbox.isWaiting(paymentId)),
    next: (paymentId) =>
      attempt<OutboxEvent | null | 'unreadable'>('one cannot be read', 'unreadable', (outbox) => outbox.next(paymentId, hasRoom)),
    accepted: (sequence) =>
      attempt('an acceptance could not be stored', false, (outbox) => {
        outbox.accept(sequence, now().toISOString());
        return true;
      }),
    prune: (most) =>
      attempt('old ones could not be deleted', undefined, (outbox) => {
        outbox.prune(new Date(now().getTime() - KEPT_DAYS * 24 * 3_600_000).toISOString(), most);
      }),
    ...listener,
    close(): void {
      isClosed = true;
      opened?.close();
      opened = null;
    },
  };
}

/** Whether the database keeps events for Willba. */
function createServing(table: DeskTable, log: Log) {
  let isSetUp: boolean | null = null;

  function keep(): void {
    try {
      if (isSetUp === null || (table.read(KEY, z.boolean()) === true) === isSetUp) return;
    } catch (cause) {
      log.error('whether events are kept for Willba cannot be read', cause);
    }
    const kept = table.write(KEY, isSetUp);
    if (!kept.ok) log.error('it could not be stored whether events are kept for Willba', kept.error.cause);
  }

  return {
    set(wanted: boolean): void {
      isSetUp = wanted;
      keep();
    },
    /** Again, until it is stored: without it no events are kept. */
    keep,
  };
}

/** Whoever wants to hear of each row. What throws there stays there: the row is written. */
function createListener(log: Log): Pick<KeptOutbox, 'follow' | 'noting'> {
  let listen: (paymentId: string) => void = () => undefined;

  function tell(paymentId: string): void {
    try {
      listen(paymentId);
    } catch (cause) {
      log.error('the sender of events for Willba threw', cause);
    }
  }

  return {
    follow(rowWritten) {
      listen = rowWritten;
    },
    noting: (journal) => ({
      ...journal,
      create(facts, ...rest) {
        const created = journal.create(facts, ...rest);
        if (created.ok) tell(facts.id);
        return created;
      },
      append(paymentId, row) {
        const appended = journal.append(paymentId, row);
        if (appended.ok) tell(paymentId);
        return appended;
      },
    }),
  };
}

/** Without a journal nothing is known to wait, and nothing is sent. */
export const closedOutbox: WorldOutbox = {
  serve: () => undefined,
  follow: () => undefined,
  waiting: () => [],
  isWaiting: () => false,
  next: () => null,
  accepted: () => false,
  prune: () => undefined,
};

const waitingRow = z.object({
  sequence: z.int(),
  id: z.string(),
  body: z.string().nullable(),
  seq: z.int(),
  at: z.string(),
});

/** Sequences begin here, by the second: a journal that is begun anew, or put back from a copy, must not use its numbers again. */
const FIRST_DAY = Date.UTC(2026, 0, 1);

function openOutbox(path: string, folds: boolean, now: Date) {
  const database = new Database(path, { fileMustExist: true, timeout: BUSY_MS });
  try {
    makeDurable(database);
    database.pragma('synchronous = NORMAL');
    // Folding would hide damage that the check has not found yet (whole-check.ts).
    database.pragma(`wal_autocheckpoint = ${folds ? FOLD_AFTER : 0}`);
    raiseSequence(database, Math.floor((now.getTime() - FIRST_DAY) / 1_000));
    return statementsOf(database);
  } catch (cause) {
    database.close();
    throw cause;
  }
}

function raiseSequence(database: SqliteDatabase, least: number): void {
  const raised = database.prepare(`UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'outbox'`).run(least);
  if (raised.changes === 0) database.prepare(`INSERT INTO sqlite_sequence (name, seq) VALUES ('outbox', ?)`).run(least);
}

function statementsOf(database: SqliteDatabase) {
  const reads = createPaymentReads(database);
  const selectWaiting = database
    .prepare<[string], string>(
      'SELECT payment_id FROM outbox WHERE receiver = ? AND accepted_at IS NULL GROUP BY payment_id ORDER BY min(sequence)',
    )
    .pluck();
  const selectNext = database.prepare<[string, string], unknown>(`
    SELECT sequence, outbox.id, body, seq, at FROM outbox JOIN payment_events ON number = event_number
    WHERE receiver = ? AND outbox.payment_id = ? AND accepted_at IS NULL ORDER BY sequence LIMIT 1`);
  const selectIsWaiting = database
    .prepare<[string, string], unknown>('SELECT 1 FROM outbox WHERE receiver = ? AND payment_id = ? AND accepted_at IS NULL LIMIT 1')
    .pluck();
  const keepBody = database.prepare<[string, number]>('UPDATE outbox SET body = ? WHERE sequence = ?');
  const accept = database.prepare<[string, number]>('UPDATE outbox SET accepted_at = coalesce(accepted_at, ?) WHERE sequence = ?');
  const prune = database.prepare<[string, number]>(
    'DELETE FROM outbox WHERE sequence IN (SELECT sequence FROM outbox WHERE accepted_at < ? ORDER BY accepted_at LIMIT ?)',
  );

  return {
    waiting: (): readonly string[] => selectWaiting.all(RECEIVER),
    isWaiting: (paymentId: string): boolean => selectIsWaiting.get(RECEIVER, paymentId) !== undefined,
    /** The body is kept before the first try: it does not change when a new version writes more members, or card data is erased. */
    next(paymentId: string, hasRoom: () => boolean): OutboxEvent | null | 'unreadable' {
      const found = selectNext.get(RECEIVER, paymentId);
      if (found === undefined) return null;
      const { sequence, id, body, seq, at } = waitingRow.parse(found);
      if (body !== null) return { sequence, id, body };
      // What is left of a full disk belongs to payments that may be charging.
      if (!hasRoom()) return 'unreadable';
      const data = toExportedPayment(paymentAfter(reads, paymentId, seq));
      const text = JSON.stringify({ type: 'payment.updated', timestamp: at, sequence, data });
      keepBody.run(text, sequence);
      return { sequence, id, body: text };
    },
    accept: (sequence: number, at: string): void => void accept.run(at, sequence),
    prune: (before: string, most: number): void => void prune.run(before, most),
    fold: (): void => void database.pragma(`wal_autocheckpoint = ${FOLD_AFTER}`),
    close: (): void => void database.close(),
  };
}

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

/** How many events were not accepted. Works for a journal that was opened read-only too, and for one without an outbox. */
export function countUnsent(database: SqliteDatabase): number {
  const isThere = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'outbox'`).get() !== undefined;
  const count = isThere ? database.prepare('SELECT count(*) FROM outbox WHERE accepted_at IS NULL').pluck().get() : 0;
  return typeof count === 'number' ? count : 0;
}
