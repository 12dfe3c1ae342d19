import type { Log } from '../support/log.ts';
import { checkInWorker, type Found, type RunningCheck } from './check-in-worker.ts';
import { checkWhole } from './integrity.ts';
import { createJournalVerdict } from './journal-verdict.ts';
import type { CheckDue } from './open-database.ts';
import { Database, type SqliteDatabase } from './sqlite.ts';
import { troubleOf } from './storage-failure.ts';

/** After a clean close nobody waits for the check: it runs when the start is over. */
const LATER_MS = 10_000;
/** SQLite's own measure, in pages of the log. */
const FOLD_AFTER = 1_000;

export type WholeCheckOptions = {
  readonly startCheck?: (path: string) => RunningCheck;
  readonly laterMs?: number;
};

export type WholeCheck = ReturnType<typeof createWholeCheck>;

/**
 * Reads every page of the open journal beside the program, and knows whether the journal may be sold with.
 *
 * **After a run that did not close no new payment is begun before this check has passed.** Such an end is where files get torn; and in a
 * torn file a payment that may be charging somebody may be missing from the index that every question before a sale is asked by, so
 * a guest could be charged twice with nothing on the screen to warn of it. What was open goes on being looked up: that asks Nets, adds
 * rows to payments that are there, and charges nobody. After a clean close selling does not wait, because the file was whole when
 * it was closed as far as that run knew.
 *
 * Until the check has passed nothing of the log is folded into the file: a damaged one stays as it was found.
 */
export function createWholeCheck(database: SqliteDatabase, path: string, due: CheckDue, log: Log, options: WholeCheckOptions = {}) {
  const mayBegin = Promise.withResolvers<void>();
  const done = Promise.withResolvers<void>();
  const verdict = createJournalVerdict(path, due === 'first', log);
  let running: RunningCheck | null = null;
  let later: ReturnType<typeof setTimeout> | null = null;
  let isWhole = due === 'nothing';

  function begin(): void {
    running = (options.startCheck ?? checkInWorker)(path);
    void running.found.then((found) => {
      running = null;
      if (!verdict.isClosed()) conclude(found);
    });
  }

  function conclude(found: Found): void {
    if (found.kind === 'not-checked') log.error('the journal could not be checked beside the program', found.cause);
    const result = found.kind === 'not-checked' && verdict.isAwaited() ? checkHere(database) : found;
    isWhole = result.kind === 'whole';
    if (result.kind === 'damaged') verdict.damaged(result.cause);
    else if (result.kind === 'not-checked') verdict.notChecked(result.cause);
    if (result.kind !== 'damaged') database.pragma(`wal_autocheckpoint = ${FOLD_AFTER}`);
    verdict.checked();
    mayBegin.resolve();
    done.resolve();
  }

  database.pragma(`wal_autocheckpoint = ${due === 'nothing' ? FOLD_AFTER : 0}`);
  if (due === 'first') begin();
  else mayBegin.resolve();
  if (due === 'later') later = setTimeout(begin, options.laterMs ?? LATER_MS);
  if (due === 'nothing') done.resolve();

  return {
    /** Settles when a new payment may be begun, as far as the file is concerned, or `problem` says why none may. */
    mayBegin: mayBegin.promise,
    /** Settles when the check is over, whatever it found; never once the journal was closed. */
    done: done.promise,
    problem: verdict.problem,
    /** Somebody else met damage. */
    damaged: verdict.damaged,
    holdingBack: verdict.holdingBack,
    /** Every page was read in this run and is whole, and nobody has met damage since. */
    isProven: (): boolean => isWhole && verdict.problem() === null,
    /** Ends the check and closes the database. */
    async close(): Promise<void> {
      if (later !== null) clearTimeout(later);
      const isProven = verdict.close();
      mayBegin.resolve();
      if (running !== null) await running.stop();
      if (isProven) database.close();
      else closeUnfolded(database, path);
    },
  };
}

/** The thread failed and a guest waits: half a second without an answer from the window is better than a till that never sells. */
function checkHere(database: SqliteDatabase): Found {
  try {
    checkWhole(database);
    return { kind: 'whole' };
  } catch (cause) {
    return { kind: troubleOf(cause) === 'damaged' ? 'damaged' : 'not-checked', cause };
  }
}

/** SQLite folds the log into the file when the last connection closes. One that only reads cannot, so it goes last. */
function closeUnfolded(database: SqliteDatabase, path: string): void {
  let reader: SqliteDatabase | null = null;
  try {
    reader = new Database(path, { readonly: true });
    // Without a question it has not opened the log.
    reader.pragma('schema_version');
  } catch {
    // Too damaged even for that: the note beside the file tells the next start.
  }
  database.close();
  reader?.close();
}
