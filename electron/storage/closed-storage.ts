import type { Selling } from '../../shared/ipc/desk.ts';
import { silentLog } from '../support/log.ts';
import { createClosedJournal } from './closed-journal.ts';
import { createDeskMemory } from './desk-memory.ts';
import { closedDeskTable } from './desk-table.ts';
import { nothingMissing } from './missing-payments.ts';
import { closedOutboxes } from './outbox.ts';
import type { OpenFailure } from './storage-failure.ts';
import { noUpkeep } from './upkeep.ts';

export const PROBLEMS = {
  damaged: 'journal-damaged',
  'newer-schema': 'journal-newer',
  unreadable: 'journal-unreadable',
  'old-sqlite': 'journal-unreadable',
  'disk-full': 'disk-full',
} as const satisfies Record<OpenFailure['kind'], Selling['problem']>;

/** Used when nothing could be opened: nothing is known, nothing is stored, and nothing is sold. */
export function closedStorage(problem: Selling['problem'], cause: unknown, hasRoom: () => boolean) {
  const journal = createClosedJournal(cause);
  return {
    journal,
    attempts: journal,
    // The reason has already been logged.
    ...createDeskMemory(closedDeskTable(cause), journal, journal, silentLog),
    dayCloses: null,
    outboxes: closedOutboxes,
    missingPayments: nothingMissing,
    problem: () => problem,
    openBy: null,
    hasRoom: problem === 'disk-full' ? () => false : hasRoom,
    check: { mayBegin: Promise.resolve(), done: Promise.resolve() },
    isHealthy: () => false,
    upkeep: noUpkeep,
    close: async () => undefined,
  };
}
