import type { Selling } from '../../shared/ipc/desk.ts';
import { failed } from '../../shared/result.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import { describeCause, type Log } from '../support/log.ts';
import { noteCheckFirst } from './check-first.ts';

export type JournalVerdict = ReturnType<typeof createJournalVerdict>;

/**
 * What is known about the open journal's file, and whether it may be sold with.
 *
 * @param awaited true if no payment may begin before the check has passed
 */
export function createJournalVerdict(path: string, awaited: boolean, log: Log) {
  let problem: Selling['problem'] = null;
  let isAwaited = awaited;
  let isClosed = false;

  function keepNote(cause: unknown): void {
    try {
      noteCheckFirst(path, describeCause(cause));
    } catch (failure) {
      // The log stays beside the file then (see `isProven`), so the next start still checks before it sells.
      log.error('it could not be stored that the next start must check the journal', failure);
    }
  }

  return {
    problem: (): Selling['problem'] => problem,
    isAwaited: (): boolean => isAwaited,
    isClosed: (): boolean => isClosed,

    /** Selling stops. Nothing is emptied or moved while the file is in use, and the next start checks before it opens. */
    damaged(cause: unknown): void {
      // The journal is closed: an error now says nothing about the file.
      if (isClosed) return;
      if (problem !== 'journal-damaged') {
        log.error('the journal is damaged', cause);
        keepNote(cause);
      }
      problem = 'journal-damaged';
    },

    /**
     * After a clean close the desk goes on selling, and the next start checks instead. After an unclean one the file counts as unreadable.
     */
    notChecked(cause: unknown): void {
      keepNote(cause);
      if (isAwaited) problem = 'journal-unreadable';
    },

    /** The check has ended, with any result. */
    checked(): void {
      isAwaited = false;
    },

    /** The same journal, but it begins no payment while its file is unchecked or damaged. */
    holdingBack: (journal: PaymentJournal): PaymentJournal => ({
      ...journal,
      create(...args) {
        if (!isAwaited && problem === null) return journal.create(...args);
        return failed({ kind: 'unavailable', cause: problem ?? 'the journal is still being checked' });
      },
    }),

    /** @returns whether the file counts as whole. If not, its log is kept, so that the next start checks first. */
    close(): boolean {
      const isProven = !isAwaited && problem === null;
      isClosed = true;
      // A press that waited for the check is told that the journal is closed.
      problem ??= 'journal-unreadable';
      return isProven;
    },
  };
}
