import { checkWhole } from '../integrity.ts';
import { findPutAside, isUnbegun, surveyFiles } from '../journal-files.ts';
import { readJournalId } from '../journal-id.ts';
import { notePath, readNote } from '../last-row-note.ts';
import { latestVersion, migrations } from '../migrations.ts';
import { Database, openImmutable, type SqliteDatabase, schemaVersion } from '../sqlite.ts';
import { troubleOf } from '../storage-failure.ts';
import { type Loss, type LostPayment, Refused } from './refusal.ts';

export type Present = {
  /** The journal that the desk has worked with last; null if there is none, or nothing of it can be read. */
  readonly database: SqliteDatabase | null;
  /** False: it is damaged, or its log is gone. */
  readonly isWhole: boolean;
};

/**
 * The journal that a backup would replace: the one that the program would open, or the one that was put aside last. Read as it lies there,
 * with its log; the program does not run.
 * @throws Refused if a newer program has written it, or the system's own error if it cannot be reached
 */
export function openPresent(path: string): Present {
  const files = surveyFiles(path);
  const aside = isUnbegun(files) ? findPutAside(path) : null;
  if (isUnbegun(files) && aside === null) return { database: null, isWhole: (files.wal ?? 0) === 0 };
  const database = openAsItLies(aside ?? path);
  try {
    const found = schemaVersion(database);
    const known = latestVersion(migrations);
    if (found > known) throw new Refused({ kind: 'present-newer', found, known });
    checkWhole(database);
    return { database, isWhole: true };
  } catch (cause) {
    if (cause instanceof Refused || troubleOf(cause) !== 'damaged') {
      database.close();
      throw cause;
    }
    return { database, isWhole: false };
  }
}

/** Nobody writes to it now. One that was closed well is read without making a log beside it. */
function openAsItLies(path: string): SqliteDatabase {
  const { wal, rollback } = surveyFiles(path);
  return wal === null && rollback === null ? openImmutable(path) : new Database(path, { readonly: true, fileMustExist: true });
}

/** @throws Refused if the backup is of another journal than the present one, which has payments */
export function checkSameJournal(backup: SqliteDatabase, { database }: Present): void {
  if (database === null) return;
  let ids: readonly (string | null)[];
  try {
    if (database.prepare('SELECT 1 FROM payments LIMIT 1').get() === undefined) return;
    ids = [readJournalId(database), readJournalId(backup)];
  } catch {
    // Too damaged to say whose it is.
    return;
  }
  const [here, there] = ids;
  const known = backup.prepare('SELECT 1 FROM payments WHERE id = ?').pluck();
  const first = database.prepare('SELECT id FROM payments ORDER BY number LIMIT 1').pluck().get();
  // A journal that was never backed up has no id; its first payment stands in each of its copies.
  const isSame = here === null || there === null ? known.get(first) !== undefined : here === there;
  if (!isSame) throw new Refused({ kind: 'another-journal' });
}

type Row = Omit<LostPayment, 'isKnown'> & { readonly id: string; readonly seq: number; readonly at: string };

/** What the present journal has and the backup has not. A damaged one tells what can be read of it. */
export function findLoss(backup: SqliteDatabase, { database, isWhole }: Present, path: string): Loss {
  if (database === null) return { payments: [], isIncomplete: !isWhole || isNoteAhead(backup, path), closedDays: 0 };
  const payments: LostPayment[] = [];
  const hasPayment = backup.prepare<[string], unknown>('SELECT 1 FROM payments WHERE id = ?').pluck();
  const hasRow = backup.prepare<[string, number, string], unknown>(
    'SELECT 1 FROM payment_events WHERE payment_id = ? AND seq = ? AND at = ?',
  );
  try {
    for (const row of database.prepare<[], Row>(SELECT_LAST_ROWS).iterate()) {
      const { id, seq, at, ...payment } = row;
      if (hasRow.get(id, seq, at) === undefined) payments.push({ ...payment, isKnown: hasPayment.get(id) !== undefined });
    }
    return { payments, isIncomplete: !isWhole, closedDays: countLostDays(backup, database) };
  } catch {
    return { payments, isIncomplete: true, closedDays: 0 };
  }
}

/** Columns that every schema has. */
const SELECT_LAST_ROWS = `
  SELECT id, order_id AS orderId, kind, state_name AS state, amount_minor AS amountMinor, currency, started_at AS startedAt, seq, at
  FROM payments JOIN payment_events ON payment_id = id
  WHERE seq = (SELECT max(seq) FROM payment_events WHERE payment_id = id) ORDER BY payments.number`;

function countLostDays(backup: SqliteDatabase, present: SqliteDatabase): number {
  const days = (database: SqliteDatabase): readonly unknown[] =>
    database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'day_closes'`).get() === undefined
      ? []
      : database.prepare('SELECT id FROM day_closes').pluck().all();
  const known = new Set(days(backup));
  return days(present).filter((id) => !known.has(id)).length;
}

/** There is no journal to compare with, but the note beside it names a row that the backup has not. */
function isNoteAhead(backup: SqliteDatabase, path: string): boolean {
  const found = readNote(notePath(path));
  if (found.kind === 'absent') return false;
  if (found.kind === 'unreadable') return true;
  const { last } = found.note;
  if (last === null) return false;
  const { row, paymentId, at } = last;
  return (
    backup.prepare('SELECT 1 FROM payment_events WHERE number = ? AND payment_id = ? AND at = ?').get(row, paymentId, at) === undefined
  );
}
