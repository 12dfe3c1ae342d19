import { z } from 'zod';
import type { MissingPayments } from '../../shared/missing-payments.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import type { Log } from '../support/log.ts';
import { createDeskTable, type DeskTable } from './desk-table.ts';
import { isLogMissing, surveyFiles } from './journal-files.ts';
import { beginNote, type FoundNote, type LastRow, type LastRowNote, notePath, readNote, writeNote } from './last-row-note.ts';
import { openReadOnly } from './open-read-only.ts';
import type { SqliteDatabase } from './sqlite.ts';

/** Whether a note of this journal's last row has ever been kept. */
const HAD_NOTE = 'last-row-note';
/** Who has confirmed that payments may be missing, and when: one row for each. */
const READ = 'missing-payments-read:';

const hadNote = (table: DeskTable): boolean => table.read(HAD_NOTE, z.boolean()) === true;

/** What the files showed before SQLite opened them. */
export type LogTraces = {
  /** The last run did not close, and its log is missing. */
  readonly logMissing: boolean;
  /** The log exists but is empty: the program was killed at the beginning of a start, or somebody emptied it. */
  readonly logEmpty: boolean;
};

/**
 * Compares the journal with the note beside it. The note is written after each row, so it may lag by one row and is never ahead. If its row
 * is not in the journal, or belongs to another payment there, rows are missing.
 *
 * Without a note, the journal itself tells whether it ever had one. If it never had, this is the first start of a version that keeps notes,
 * and no alarm is raised. If a note was lost, rows may be missing.
 */
function judge(
  database: SqliteDatabase,
  found: FoundNote,
  { logMissing, logEmpty }: LogTraces,
  hadOne: boolean,
  now: string,
): MissingPayments | null {
  const from = readLastRow(database)?.at ?? null;
  if (found.kind === 'read') {
    const { last, missing } = found.note;
    const rowIsThere = last === null ? 'yes' : findRow(database, last);
    if (last !== null && rowIsThere === 'no') return join(missing, { from, to: last.at });
    // An older copy of the journal was continued: it is not known from when its rows differ.
    if (last !== null && rowIsThere === 'another') return join(missing, { from: null, to: last.at });
    return logMissing ? join(missing, { from, to: now }) : missing;
  }
  return logMissing || (logEmpty && from !== null) || found.kind === 'unreadable' || hadOne ? join(null, { from, to: now }) : null;
}

function join(earlier: MissingPayments | null, found: MissingPayments): MissingPayments {
  const times = [earlier, found].flatMap((each) => (each === null ? [] : [each.to, ...(each.from === null ? [] : [each.from])])).sort();
  const isOpen = found.from === null || (earlier !== null && earlier.from === null);
  return { from: isOpen ? null : (times[0] ?? null), to: times.at(-1) ?? found.to };
}

function readLastRow(database: SqliteDatabase): LastRow | null {
  const row = database.prepare<[], LastRow>(`${SELECT_ROW} ${IS_LAST}`).get();
  return row ?? null;
}

function findRow(database: SqliteDatabase, { row, paymentId, at }: LastRow): 'yes' | 'no' | 'another' {
  const there = database.prepare<[number], LastRow>(`${SELECT_ROW} WHERE number = ?`).get(row);
  if (there === undefined) return 'no';
  return there.paymentId === paymentId && there.at === at ? 'yes' : 'another';
}

const SELECT_ROW = 'SELECT number AS row, payment_id AS paymentId, at FROM payment_events';
const IS_LAST = 'WHERE number = (SELECT max(number) FROM payment_events)';

/**
 * Keeps the note beside an open journal, and what may be missing until somebody has confirmed it. The note is on the disk before anything
 * is done about a row, so that no row can vanish unnoticed. A failure never stops a payment: it is logged and tried again.
 */
export function watchForMissing(database: SqliteDatabase, databasePath: string, traces: LogTraces, table: DeskTable, log: Log) {
  const path = notePath(databasePath);
  const now = (): string => new Date().toISOString();
  const selectLast = database.prepare<[], LastRow>(`${SELECT_ROW} ${IS_LAST}`);
  const found = readNote(path);
  let missing = judge(database, found, traces, hadNote(table), now());
  let broken = false;

  if (found.kind === 'unreadable') log.error('the note of the last payment cannot be read', found.cause);
  if (missing !== null) log.warn(`payments from ${missing.from ?? 'the beginning'} to ${missing.to} may be missing in the journal`);
  const begun = keep((note) => beginNote(path, found, note, now()));
  // The note is written first: a journal that expects a note which is not there would raise a false alarm.
  if (begun && !hadNote(table) && !table.write(HAD_NOTE, true).ok)
    log.error('it could not be stored that there is a note of the last payment');

  function keep(write: (note: LastRowNote) => void): boolean {
    try {
      write({ last: selectLast.get() ?? null, missing });
      broken = false;
    } catch (cause) {
      if (!broken) log.error('the note of the last payment could not be written', cause);
      broken = true;
    }
    return !broken;
  }
  const writeAgain = (): boolean => keep((note) => writeNote(path, note));

  return {
    current: (): MissingPayments | null => missing,
    /** @returns false if it could not be stored: then the message is shown again. */
    read(by: string): boolean {
      const told = missing;
      if (told === null) return true;
      const at = now();
      if (!table.write(READ + at, { by, at, ...told }).ok) return false;
      missing = null;
      if (writeAgain()) return true;
      missing = told;
      return false;
    },
    /** @returns whether the note can be written. */
    isKept: writeAgain,
    /** The same journal, with the note kept after each row. */
    noting: (journal: PaymentJournal): PaymentJournal => ({
      ...journal,
      create(...args) {
        const created = journal.create(...args);
        if (created.ok) writeAgain();
        return created;
      },
      append(...args) {
        const appended = journal.append(...args);
        if (appended.ok) writeAgain();
        return appended;
      },
    }),
  };
}

/** Without a journal nothing can be missing from it. */
export const nothingMissing: Pick<ReturnType<typeof watchForMissing>, 'current' | 'read'> = { current: () => null, read: () => false };

/** What may be missing in a journal that is opened read-only; null also if it cannot be read, which is reported elsewhere. */
export function lookForMissing(databasePath: string): MissingPayments | null {
  for (let again = 0; ; again += 1) {
    // The note is read first, because a running program writes it after the row.
    const found = readNote(notePath(databasePath));
    const missing = judgeReadOnly(databasePath, found);
    // The note changed while it was read: the program has just started or written.
    const settled = JSON.stringify(readNote(notePath(databasePath))) === JSON.stringify(found);
    if (missing === null || settled || again === 3) return missing;
  }
}

function judgeReadOnly(databasePath: string, found: FoundNote): MissingPayments | null {
  const files = surveyFiles(databasePath);
  const opened = openReadOnly(databasePath);
  const now = new Date().toISOString();
  if (!opened.ok) {
    if (opened.error.kind !== 'absent' || found.kind !== 'read') return null;
    const { last, missing } = found.note;
    return last === null ? missing : join(missing, { from: null, to: last.at });
  }
  const { database } = opened.value;
  try {
    return judge(database, found, { logMissing: isLogMissing(files), logEmpty: false }, hadNote(createDeskTable(database)), now);
  } catch {
    return null;
  } finally {
    database.close();
  }
}
