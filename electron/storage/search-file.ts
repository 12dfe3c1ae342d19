import { closeSync, rmSync } from 'node:fs';
import { z } from 'zod';
import type { HistoryFilter } from '../../shared/history-terms.ts';
import { type HistoryTotal, historyTotalSchema } from '../../shared/ipc/history.ts';
import { chargedMinorBy, moneyMovedBy } from '../payments/core/worth.ts';
import type { Day } from '../payments/rules/day.ts';
import { openOwn, WRITE } from '../system/private-files.ts';
import { readSummary, SUMMARY_COLUMNS } from './payment-summary.ts';
import type { SearchTerm, SearchTerms } from './search-terms.ts';
import { Database, type SqliteDatabase } from './sqlite.ts';

/** Payments with news are taken over in steps of so many events, so that a first run over a large journal needs little memory. */
const STEP = 1_000;
const FORM = 1;

const SCHEMA = `
  CREATE TABLE read_up_to (event_number INTEGER NOT NULL, payment_id TEXT NOT NULL, at TEXT NOT NULL) STRICT;
  -- One light row a payment: what lists filter by and totals add up.
  CREATE TABLE found (
    number        INTEGER PRIMARY KEY,
    id            TEXT NOT NULL,
    started_at    TEXT NOT NULL,
    kind          TEXT NOT NULL,
    moved         TEXT NOT NULL,
    by_person     INTEGER NOT NULL,
    amount_minor  INTEGER NOT NULL,
    charged_minor INTEGER NOT NULL,
    currency      TEXT NOT NULL,
    environment   TEXT NOT NULL,
    reference_key TEXT NOT NULL
  ) STRICT;
  CREATE INDEX found_by_start ON found (started_at);
  CREATE INDEX found_by_amount ON found (amount_minor);
  CREATE INDEX found_by_charge ON found (charged_minor) WHERE charged_minor <> amount_minor;
  CREATE INDEX found_by_reference ON found (reference_key) WHERE reference_key <> '';
  CREATE INDEX found_by_meaning ON found (moved, kind);
  CREATE INDEX found_by_person ON found (by_person) WHERE by_person = 1;
  -- Text in pieces of three letters. The texts themselves are the journal's and are not kept twice.
  CREATE VIRTUAL TABLE words USING fts5 (reference, reference_key, order_id, terminal_id, terminal_name, operator,
    content = '', columnsize = 0, tokenize = 'trigram remove_diacritics 1');
  PRAGMA user_version = ${FORM};
`;

export type Wanted = {
  /** Null: every payment fits. */
  readonly terms: SearchTerms | null;
  /** Null: whenever it began. */
  readonly period: Day | null;
  readonly filter: HistoryFilter;
};

export type SearchFile = ReturnType<typeof openSearchFile>;

/**
 * An index over the journal in a file of its own, so that a sale's row costs nothing more than before. It holds nothing that the journal
 * does not hold, and no card data: if it is damaged, lost, or belongs to another journal, it is made anew.
 *
 * @param journal a connection that reads the journal
 */
export function openSearchFile(path: string, journal: SqliteDatabase) {
  let opened = openForm(path);
  if (!belongsTo(opened, journal)) opened = beginAnew(path, opened);
  const database = opened;
  const takeMore = createTaker(database, journal);
  const selectLast4 = journal.prepare<[string], unknown>(
    `SELECT DISTINCT payments.number FROM card_data JOIN payment_events ON payment_events.number = card_data.event_number
     JOIN payments ON payments.id = payment_events.payment_id WHERE card_data.last4 = ?`,
  );
  const read = createFinder(database, (last4) => numbers(selectLast4.pluck().all(last4)));

  return {
    /** Takes over a part of what the journal has written since. @returns true if there is more */
    takeMore,
    ...read,
    close: (): void => void database.close(),
  };
}

function openForm(path: string): SqliteDatabase {
  try {
    return openOnce(path);
  } catch {
    // Whatever is wrong with it, everything in it is in the journal too.
    remove(path);
    return openOnce(path);
  }
}

function openOnce(path: string): SqliteDatabase {
  closeSync(openOwn(path, WRITE));
  const database = new Database(path);
  try {
    database.pragma('cache_size = -2000');
    database.pragma('journal_mode = WAL');
    // After a power cut the newest may be missing; it is then taken over again.
    database.pragma('synchronous = NORMAL');
    const form = Number(database.pragma('user_version', { simple: true }));
    if (form !== 0 && form !== FORM) throw new Error(`The search file has form ${form}`);
    if (form === 0) database.transaction(() => database.exec(SCHEMA)).immediate();
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}

function beginAnew(path: string, database: SqliteDatabase): SqliteDatabase {
  database.close();
  remove(path);
  return openOnce(path);
}

function remove(path: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
}

const markRow = z.object({ event_number: z.int(), payment_id: z.string(), at: z.string() });

/** Whether the last row that was taken over stands in this journal: after a restore it may be another one. */
function belongsTo(database: SqliteDatabase, journal: SqliteDatabase): boolean {
  const mark = markRow.safeParse(database.prepare('SELECT * FROM read_up_to').get());
  if (!mark.success) return Number(database.prepare('SELECT count(*) FROM found').pluck().get()) === 0;
  const { event_number: number, payment_id: paymentId, at } = mark.data;
  return (
    journal.prepare('SELECT 1 FROM payment_events WHERE number = ? AND payment_id = ? AND at = ?').get(number, paymentId, at) !== undefined
  );
}

const textRow = z.object({
  number: z.int(),
  reference: z.string(),
  reference_key: z.string(),
  order_id: z.string(),
  terminal_id: z.string().nullable(),
  terminal_name: z.string().nullable(),
  operator: z.string().nullable(),
});

function createTaker(database: SqliteDatabase, journal: SqliteDatabase) {
  const newest = journal.prepare('SELECT number AS event_number, payment_id, at FROM payment_events ORDER BY number DESC LIMIT 1');
  const eventUpTo = journal.prepare(
    'SELECT number AS event_number, payment_id, at FROM payment_events WHERE number <= ? ORDER BY number DESC LIMIT 1',
  );
  const changed = journal.prepare<[number, number], unknown>(
    `SELECT payments.number, reference, reference_key, order_id, terminal_id, terminal_name, operator, ${SUMMARY_COLUMNS}
     FROM payments WHERE id IN (SELECT payment_id FROM payment_events WHERE number > ? AND number <= ?)`,
  );
  const readMark = database.prepare('SELECT event_number FROM read_up_to').pluck();
  const isKnown = database.prepare<[number], unknown>('SELECT 1 FROM found WHERE number = ?').pluck();
  const put = database.prepare(
    `INSERT OR REPLACE INTO found VALUES (:number, :id, :startedAt, :kind, :moved, :byPerson, :amountMinor, :chargedMinor, :currency,
      :environment, :referenceKey)`,
  );
  const putWords = database.prepare(
    'INSERT INTO words (rowid, reference, reference_key, order_id, terminal_id, terminal_name, operator) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const dropMark = database.prepare('DELETE FROM read_up_to');
  const putMark = database.prepare('INSERT INTO read_up_to VALUES (:event_number, :payment_id, :at)');

  function take(row: unknown): void {
    const summary = readSummary(row);
    const texts = textRow.parse(row);
    const { worth } = summary;
    // What somebody typed and where it was sent never changes, so the words are taken once.
    if (isKnown.get(texts.number) === undefined) {
      const { number, reference, reference_key: key, order_id: orderId, terminal_id: terminalId, terminal_name: name, operator } = texts;
      putWords.run(number, reference, key, orderId, terminalId, name, operator);
    }
    put.run({
      number: texts.number,
      id: summary.id,
      startedAt: summary.startedAt,
      kind: summary.kind,
      moved: moneyMovedBy(worth),
      byPerson: worth.name === 'settled-by-person' ? 1 : 0,
      amountMinor: summary.amountMinor,
      chargedMinor: chargedMinorBy(summary.amountMinor, worth),
      currency: summary.currency,
      environment: summary.environment,
      referenceKey: texts.reference_key,
    });
  }

  return (): boolean => {
    const latest = markRow.safeParse(newest.get());
    const from = Number(readMark.get() ?? 0);
    if (!latest.success || from >= latest.data.event_number) return false;
    const upTo = Math.min(from + STEP, latest.data.event_number);
    const rows = changed.all(from, upTo);
    const mark = markRow.parse(eventUpTo.get(upTo));
    database
      .transaction(() => {
        for (const row of rows) take(row);
        dropMark.run();
        putMark.run(mark);
      })
      .immediate();
    return mark.event_number < latest.data.event_number;
  };
}

const numbers = (found: readonly unknown[]): readonly number[] => found as readonly number[];

const FILTERS: Record<HistoryFilter, string | null> = {
  all: null,
  paid: `moved = 'yes' AND kind IN ('sale', 'manual')`,
  back: `moved = 'yes' AND kind IN ('refund', 'void')`,
  'not-charged': `moved = 'no'`,
  unclear: `moved = 'unknown'`,
  'by-person': 'by_person = 1',
};

function createFinder(database: SqliteDatabase, byLast4: (last4: string) => readonly number[]) {
  const select = (where: string) => database.prepare<unknown[], unknown>(`SELECT number FROM found WHERE ${where}`).pluck();
  const selectWords = database.prepare<[string], unknown>('SELECT rowid FROM words WHERE words MATCH ?').pluck();
  const selectPrefix = select(`reference_key >= ? AND reference_key < ? AND reference_key <> ''`);
  const selectAmount = select('amount_minor = ?');
  const selectCharge = select('charged_minor = ? AND charged_minor <> amount_minor');
  const selectAll = database.prepare<[], unknown>('SELECT number FROM found INDEXED BY found_by_start').pluck();
  const selectId = database.prepare<[number], unknown>('SELECT id FROM found WHERE number = ?').pluck();

  function fitting({ phrases, prefix, minor, last4 }: SearchTerm): readonly number[] {
    return united([
      ...(phrases.length > 0 ? [numbers(selectWords.all(phrases.map(quoted).join(' OR ')))] : []),
      ...(prefix !== null ? [numbers(selectPrefix.all(prefix, `${prefix}\u{10ffff}`))] : []),
      ...(minor !== null ? [numbers(selectAmount.all(minor)), numbers(selectCharge.all(minor))] : []),
      ...(last4 !== null ? [byLast4(last4)] : []),
    ]);
  }

  const named = ({ whole, words }: SearchTerms): readonly number[] =>
    united([fitting(whole), ...(words.length > 0 ? [common(words.map(fitting))] : [])]);

  /** Those of the period and the filter; null if both let all pass. */
  function framed({ period, filter }: Wanted): readonly number[] | null {
    const conditions = [FILTERS[filter], period === null ? null : 'started_at >= ? AND started_at < ?'].filter((one) => one !== null);
    if (conditions.length === 0) return null;
    return numbers(select(conditions.join(' AND ')).all(...(period === null ? [] : [period.start, period.end])));
  }

  return {
    /** The numbers of all payments that fit, the newest first. */
    find(wanted: Wanted): Int32Array {
      const frame = framed(wanted);
      if (wanted.terms === null) return newestFirst(frame ?? numbers(selectAll.all()));
      const found = named(wanted.terms);
      return newestFirst(frame === null ? found : common([found, frame]));
    },
    /** The payment's id by its number. */
    idOf: (number: number): string => String(selectId.get(number)),
    /** Count and sum by method and meaning, of all these payments. */
    totals: (found: Int32Array): readonly HistoryTotal[] =>
      totalsOf(database, 'json_each(?) JOIN found ON number = value', [JSON.stringify([...found])]),
    /** The same of everything of a period up to this number, without a list of years of numbers. */
    totalsUpTo: (newest: number, period: Day | null): readonly HistoryTotal[] =>
      totalsOf(
        database,
        `found WHERE number <= ?${period === null ? '' : ' AND started_at >= ? AND started_at < ?'}`,
        period === null ? [newest] : [newest, period.start, period.end],
      ),
  };
}

const newestFirst = (found: readonly number[]): Int32Array => Int32Array.from(found).sort().reverse();

/** Each once. */
function united(sets: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...others] = sets.filter((set) => set.length > 0);
  return others.length === 0 ? first : [...new Set([first, ...others].flat())];
}

/** The smallest set decides how long it takes. */
function common(sets: readonly (readonly number[])[]): readonly number[] {
  const [smallest = [], ...others] = sets.toSorted((a, b) => a.length - b.length);
  return others.reduce<readonly number[]>((left, other) => {
    const known = new Set(other);
    return left.filter((number) => known.has(number));
  }, smallest);
}

/** A phrase of the index: nothing in it is an operator. */
const quoted = (phrase: string): string => `"${phrase.replaceAll('"', '""')}"`;

const totalRows = z.array(historyTotalSchema);

function totalsOf(database: SqliteDatabase, from: string, values: readonly unknown[]): readonly HistoryTotal[] {
  const rows = database
    .prepare<unknown[], unknown>(
      `SELECT iif(kind = 'manual', 'by-hand', 'card') AS method,
        CASE moved WHEN 'no' THEN 'not-charged' WHEN 'unknown' THEN 'unclear' ELSE iif(kind IN ('refund', 'void'), 'back', 'paid') END AS meaning,
        currency, environment, count(*) AS count, sum(iif(moved = 'yes', charged_minor, amount_minor)) AS minor
       FROM ${from} GROUP BY 1, 2, 3, 4`,
    )
    .all(...values);
  return totalRows.parse(rows);
}
