import type { Selling } from '../../shared/ipc/desk.ts';
import { failed } from '../../shared/result.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import { describeCause, type Log } from '../support/log.ts';
import { noteCheckFirst } from './check-first.ts';

export type JournalVerdict = ReturnType<typeof createJournalVerdict>;

/**
 * What is known of the open journal's file, and what that means for selling.
 *
 * @param awaited no payment is begun before the check has passed.
 */
export function createJournalVerdict(path: string, awaited: boolean, log: Log) {
  let problem: Selling['problem'] = null;
  let isAwaited = awaited;
  let isClosed = false;

  function keepNote(cause: unknown): void {
    try {
      noteCheckFirst(path, describeCause(cause));
    } catch (failure) {
      // The log stays beside the file then (see `isProven`), so that the next start checks before it sells all the same.
      log.error('that the journal must be checked at the next start could not be kept', failure);
    }
  }

  return {
    problem: (): Selling['problem'] => problem,
    isAwaited: (): boolean => isAwaited,
    isClosed: (): boolean => isClosed,

    /** Selling stops, nothing is emptied or moved while it is in use, and the next start checks before it opens. */
    damaged(cause: unknown): void {
      // A question that comes too late says nothing about the file.
      if (isClosed) return;
      if (problem !== 'journal-damaged') {
        log.error('the journal is damaged', cause);
        keepNote(cause);
      }
      problem = 'journal-damaged';
    },

    /** After a clean close the desk goes on, and the next start makes up for it. Otherwise the file could not even be read here. */
    notChecked(cause: unknown): void {
      keepNote(cause);
      if (isAwaited) problem = 'journal-unreadable';
    },

    /** The check is over, whatever it found. */
    checked(): void {
      isAwaited = false;
    },

    /** The same journal, which begins no payment while its file is unchecked, or was found damaged. */
    holdingBack: (journal: PaymentJournal): PaymentJournal => ({
      ...journal,
      create(...args) {
        if (!isAwaited && problem === null) return journal.create(...args);
        return failed({ kind: 'unavailable', cause: problem ?? 'the journal is still being checked' });
      },
    }),

    /** @returns whether the file counts as whole; what does not keeps its log, which tells the next start to check first. */
    close(): boolean {
      const isProven = !isAwaited && problem === null;
      isClosed = true;
      // A press that waited for the check is told that there is no journal any more.
      problem ??= 'journal-unreadable';
      return isProven;
    },
  };
}
