import type { Selling } from '../../shared/ipc/desk.ts';
import { failed } from '../../shared/result.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import { describeCause, type Log } from '../support/log.ts';
import { noteCheckFirst } from './check-first.ts';
import { checkInWorker, type Found, type RunningCheck } from './check-in-worker.ts';
import { checkWhole } from './integrity.ts';
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
  let problem: Selling['problem'] = null;
  let isAwaited = due === 'first';
  let running: RunningCheck | null = null;
  let later: ReturnType<typeof setTimeout> | null = null;
  let isClosed = false;

  function begin(): void {
    running = (options.startCheck ?? checkInWorker)(path);
    void running.found.then((found) => {
      running = null;
      if (!isClosed) conclude(found);
    });
  }

  function conclude(found: Found): void {
    if (found.kind === 'not-checked') log.error('the journal could not be checked beside the program', found.cause);
    const result = found.kind === 'not-checked' && isAwaited ? checkHere() : found;
    if (result.kind === 'damaged') damaged(result.cause);
    else if (result.kind === 'not-checked') notChecked(result.cause);
    if (result.kind !== 'damaged') database.pragma(`wal_autocheckpoint = ${FOLD_AFTER}`);
    isAwaited = false;
    mayBegin.resolve();
    done.resolve();
  }

  /** The thread failed and a guest waits: half a second without an answer from the window is better than a till that never sells. */
  function checkHere(): Found {
    try {
      checkWhole(database);
      return { kind: 'whole' };
    } catch (cause) {
      return { kind: troubleOf(cause) === 'damaged' ? 'damaged' : 'not-checked', cause };
    }
  }

  /** Selling stops, nothing is emptied or moved while it is in use, and the next start checks before it opens. */
  function damaged(cause: unknown): void {
    // A question that comes too late says nothing about the file.
    if (isClosed) return;
    if (problem !== 'journal-damaged') {
      log.error('the journal is damaged', cause);
      keepNote(cause);
    }
    problem = 'journal-damaged';
  }

  /** After a clean close the desk goes on, and the next start makes up for it. Otherwise the file could not even be read here. */
  function notChecked(cause: unknown): void {
    keepNote(cause);
    if (isAwaited) problem = 'journal-unreadable';
  }

  function keepNote(cause: unknown): void {
    try {
      noteCheckFirst(path, describeCause(cause));
    } catch (failure) {
      // The log stays beside the file then (see `close`), so that the next start checks before it sells all the same.
      log.error('that the journal must be checked at the next start could not be kept', failure);
    }
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
    problem: (): Selling['problem'] => problem,
    /** Somebody else met damage. */
    damaged,
    /** The same journal, which begins no payment while its file is unchecked, or was found damaged. */
    holdingBack: (journal: PaymentJournal): PaymentJournal => ({
      ...journal,
      create(...args) {
        if (!isAwaited && problem === null) return journal.create(...args);
        return failed({ kind: 'unavailable', cause: problem ?? 'the journal is still being checked' });
      },
    }),
    /** Ends the check and closes the database. What was not found whole keeps its log, which tells the next start to check first. */
    async close(): Promise<void> {
      if (later !== null) clearTimeout(later);
      const isProven = !isAwaited && problem === null;
      isClosed = true;
      // A press that waited for the check is told that there is no journal any more.
      problem ??= 'journal-unreadable';
      mayBegin.resolve();
      if (running !== null) await running.stop();
      if (isProven) database.close();
      else closeUnfolded(database, path);
    },
  };
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
