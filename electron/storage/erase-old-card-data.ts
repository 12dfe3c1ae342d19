import { makeDurable } from './durability.ts';
import { Database, type SqliteDatabase } from './sqlite.ts';
import { isBusy } from './storage-failure.ts';

/** Rows of the journal that one transaction looks at. A sale's row waits for one at most. */
const ROWS_AT_ONCE = 50;
const EVENTS_AT_ONCE = 50;
/** So that a sale's row, which waits beside it, gets its turn. */
const REST_MS = 5;
/** Transactions after which what was written is folded into the file, beside the writers. */
const FOLD_EVERY = 50;
/** While another connection reads, the log cannot be emptied. */
const EMPTY_TRIES = 50;
const EMPTY_REST_MS = 200;
/** Emptying the log keeps writers out while it waits for readers, so it hardly waits. */
const EMPTY_BUSY_MS = 20;
const BUSY_MS = 5_000;

/** In the table `desk`: card data was erased, and parts of it may lie in unused places of the file until it is written anew (compact.ts). */
export const ERASED_KEY = 'erased-not-compacted';

/** A PC may be started again after years. Ten are a clock that is wrong. */
const LONGEST_PAUSE_MS = 3_653 * 24 * 3_600_000;

export type EraseOrder = {
  readonly path: string;
  /** Both ISO 8601, UTC. */
  readonly before: string;
  readonly now: string;
};
export type ErasedOld = {
  /** Rows of the journal that had a card or a receipt. */
  readonly rows: number;
  readonly receipts: number;
  /** Events that Willba accepted, with the card in their text. */
  readonly events: number;
  /** Times of the oldest and newest row; null if nothing was due. */
  readonly from: string | null;
  readonly to: string | null;
  /** False: another connection was reading, so the log still holds what was erased. */
  readonly isLogEmpty: boolean;
  /** The newest payment is so old that the clock must be wrong. Nothing was erased: it could not be brought back. */
  readonly isClockDoubted: boolean;
};

type Pause = (ms: number) => void;

/**
 * Erases card brands, last four digits and receipts of all rows before a moment, and events of that time that Willba has accepted. Rows,
 * states and sums stay. What still waits stays too: cards of payments without a verdict, by which a person decides, and events that
 * Willba has not accepted, whose text must be the same at every try.
 *
 * On a connection of its own, beside a desk that sells, in many short transactions that do not wait for the disk. What a power cut brings
 * back is erased the next day.
 */
export function eraseOldCardData({ path, before, now }: EraseOrder, isStopped: () => boolean, pause: Pause): ErasedOld {
  const database = new Database(path, { fileMustExist: true, timeout: BUSY_MS });
  try {
    makeDurable(database);
    database.pragma('synchronous = NORMAL');
    database.pragma('wal_autocheckpoint = 0');
    if (isAhead(database, now)) return { ...NOTHING, isLogEmpty: true, isClockDoubted: true };
    const erased = eraseInSteps(database, before, isStopped, pause);
    return { ...erased, isLogEmpty: emptyLog(database, isStopped, pause), isClockDoubted: false };
  } finally {
    database.close();
  }
}

type Sum = Pick<ErasedOld, 'rows' | 'receipts' | 'events' | 'from' | 'to'>;
const NOTHING: Sum = { rows: 0, receipts: 0, events: 0, from: null, to: null };

function isAhead(database: SqliteDatabase, now: string): boolean {
  const newest = database.prepare('SELECT at FROM payment_events ORDER BY number DESC LIMIT 1').pluck().get();
  return typeof newest === 'string' && Date.parse(now) - Date.parse(newest) > LONGEST_PAUSE_MS;
}

function eraseInSteps(database: SqliteDatabase, before: string, isStopped: () => boolean, pause: Pause): Sum {
  const steps = createSteps(database);
  const sum: { -readonly [K in keyof Sum]: Sum[K] } = { ...NOTHING };
  let writes = 0;
  const rest = (): void => {
    writes += 1;
    if (writes % FOLD_EVERY === 0) database.pragma('wal_checkpoint(PASSIVE)');
    pause(REST_MS);
  };
  for (let after = 0, next = steps.nextRow(after); next !== null && !isStopped(); next = steps.nextRow(after)) {
    const range = { from: next, to: next + ROWS_AT_ONCE - 1, before };
    after = range.to;
    const due = steps.dueIn(range);
    if (due.rows === 0) continue;
    sum.receipts += steps.erase(range);
    sum.rows += due.rows;
    sum.from = earlier(sum.from, due.from);
    sum.to = later(sum.to, due.to);
    rest();
  }
  for (let after = 0, next = steps.nextEvents(after); next.length > 0 && !isStopped(); next = steps.nextEvents(after)) {
    after = next.at(-1) ?? after;
    const deleted = steps.deleteEvents(next, before);
    sum.events += deleted;
    if (deleted > 0) rest();
  }
  return sum;
}

const earlier = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a);
const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);

type Range = { readonly from: number; readonly to: number; readonly before: string };
type Due = { readonly rows: number; readonly from: string | null; readonly to: string | null };

function createSteps(database: SqliteDatabase) {
  const due = `SELECT payment_events.number FROM payment_events JOIN payments ON payments.id = payment_id
    WHERE payment_events.number BETWEEN @from AND @to AND at < @before
      AND state_name NOT IN ('created', 'sent', 'cancelling', 'checking', 'unresolved')`;
  const selectNext = database
    .prepare<{ after: number }, number | null>(
      `SELECT min(number) FROM (SELECT min(event_number) AS number FROM card_data WHERE event_number > @after
        UNION ALL SELECT min(event_number) FROM receipts WHERE event_number > @after)`,
    )
    .pluck();
  const selectDue = database.prepare<Range, Due>(`
    SELECT count(*) AS rows, min(at) AS "from", max(at) AS "to" FROM payment_events WHERE number IN (${due})
      AND (number IN (SELECT event_number FROM card_data) OR number IN (SELECT event_number FROM receipts))`);
  const eraseCards = database.prepare<Range>(`DELETE FROM card_data WHERE event_number IN (${due})`);
  const eraseReceipts = database.prepare<Range>(`DELETE FROM receipts WHERE event_number IN (${due})`);
  const note = database.prepare(`INSERT INTO desk (key, value) VALUES ('${ERASED_KEY}', 'true') ON CONFLICT (key) DO NOTHING`);
  const selectEvents = database
    .prepare<[number], number>(
      `SELECT sequence FROM outbox WHERE sequence > ? AND accepted_at IS NOT NULL ORDER BY sequence LIMIT ${EVENTS_AT_ONCE}`,
    )
    .pluck();
  const deleteEvents = database.prepare<{ sequences: string; before: string }>(`
    DELETE FROM outbox WHERE sequence IN (
      SELECT sequence FROM outbox JOIN payment_events ON number = event_number
      WHERE sequence IN (SELECT value FROM json_each(@sequences)) AND accepted_at IS NOT NULL AND body IS NOT NULL AND at < @before)`);
  const dueEvents = database
    .prepare<{ sequences: string; before: string }, number>(`
      SELECT count(*) FROM outbox JOIN payment_events ON number = event_number
      WHERE sequence IN (SELECT value FROM json_each(@sequences)) AND body IS NOT NULL AND at < @before`)
    .pluck();
  const eraseBoth = database.transaction((range: Range): number => {
    note.run();
    eraseCards.run(range);
    return eraseReceipts.run(range).changes;
  }).immediate;
  const deleteNoted = database.transaction((asked: { sequences: string; before: string }): number => {
    note.run();
    return deleteEvents.run(asked).changes;
  }).immediate;

  return {
    nextRow: (after: number): number | null => selectNext.get({ after }) ?? null,
    dueIn: (range: Range): Due => selectDue.get(range) ?? { rows: 0, from: null, to: null },
    erase: eraseBoth,
    nextEvents: (after: number): readonly number[] => selectEvents.all(after),
    deleteEvents(sequences: readonly number[], before: string): number {
      const asked = { sequences: JSON.stringify(sequences), before };
      return (dueEvents.get(asked) ?? 0) === 0 ? 0 : deleteNoted(asked);
    },
  };
}

/** First folds beside the writers, so that almost nothing is left for the moment in which they must wait. @returns whether the log is empty. */
function emptyLog(database: SqliteDatabase, isStopped: () => boolean, pause: Pause): boolean {
  database.pragma(`busy_timeout = ${EMPTY_BUSY_MS}`);
  for (let tries = 0; tries < EMPTY_TRIES && !isStopped(); tries += 1) {
    if (tries > 0) pause(EMPTY_REST_MS);
    try {
      database.pragma('wal_checkpoint(PASSIVE)');
      const [folded] = database.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
      if (folded?.busy === 0) return true;
    } catch (cause) {
      if (!isBusy(cause)) throw cause;
    }
  }
  return false;
}
