import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Selling } from '../../shared/ipc.ts';
import type { Terminal } from '../../shared/terminal.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import type { Log } from '../support/log.ts';
import type { DirectoryCache, NetsListingCache } from '../terminals/ports.ts';
import { createClosedJournal } from './closed-journal.ts';
import { proveDurable } from './durability.ts';
import { guardReads } from './guard-reads.ts';
import { checkWhole } from './integrity.ts';
import { holdJournal, type LockFailure } from './journal-lock.ts';
import { noteHolder } from './lock-holder.ts';
import { watchForMissing } from './missing-payments.ts';
import { openDatabase } from './open-database.ts';
import { createPaymentJournal } from './payment-journal.ts';
import { createReserve, hasRoomForSale } from './reserve-file.ts';
import { isBusy, type OpenFailure, troubleOf } from './storage-failure.ts';
import { createDeskChoices, type DeskChoices, type JournalLogin } from './terminal-choice.ts';

export const journalPath = (folder: string): string => join(folder, 'payments.db');

/** Long after the first paint: four megabytes of random bytes are no work for a start. */
const RESERVE_AFTER_MS = 15_000;

/** How long a start waits for whoever else has the file. A person can try again after that. */
const BUSY_PATIENCE_MS = 5_000;
const BUSY_REST_MS = 200;

export type Storage = {
  readonly journal: PaymentJournal;
  /** The same for a light, which is not worth stopping the selling: what cannot be read says nothing there. */
  readonly attempts: Pick<PaymentJournal, 'latestAt'>;
  /** This PC's terminal, with its last known name. */
  readonly terminalMemory: { read(): Terminal | null; write(terminal: Terminal): boolean };
  /** The customer's terminals as they were last read from this Strapi. */
  readonly directoryCache: (from: string) => DirectoryCache;
  /** What Nets last listed for this log-in. */
  readonly netsListingCache: (from: string) => NetsListingCache;
  /** Notes where, and as whom, the payments of this journal are sent from now on. */
  readonly keepLogin: (login: JournalLogin) => void;
  readonly login: () => JournalLogin | null;
  /** What this PC's payments are made in, for a start whose settings were lost; null where it was never kept. */
  readonly currency: () => string | null;
  readonly keepCurrency: (currency: string) => void;
  /** Payments that were paid after all, and nobody has opened them. No failure leaves it: each is logged. */
  readonly lateApprovals: { unseen(): readonly string[]; keep(paymentId: string): boolean; forget(paymentId: string): void };
  /** Payments that may have been lost with a part of the journal, until a named person has read it. */
  readonly missingPayments: Pick<ReturnType<typeof watchForMissing>, 'current' | 'read'>;
  /** Why nothing can be journalled, or null. */
  readonly problem: () => Selling['problem'];
  /** Whose account has the journal open where another program does; null where that is not known. */
  readonly openBy: string | null;
  readonly hasRoom: () => boolean;
  /** Reads every page, and writes once for real: takes half a second for a hundred thousand payments. */
  readonly isHealthy: () => boolean;
  readonly close: () => void;
};

/** Opens what a world keeps. Never throws: a journal that cannot be opened is a state that the desk is told of. */
export async function openStorage(folder: string, log: Log): Promise<Storage> {
  const hasRoom = (): boolean => {
    try {
      return hasRoomForSale(folder);
    } catch (cause) {
      log.error('the disk cannot be asked for its room', cause);
      return false;
    }
  };
  const held = holdJournal(folder);
  if (!held.ok) return withoutLock(held.error, hasRoom, log);
  const lock = held.value;
  try {
    noteHolder(folder);
  } catch (cause) {
    log.error('whose account has the journal open could not be noted', cause);
  }
  const opened = await openPatiently(journalPath(folder));
  if (!opened.ok) {
    lock.release();
    log.error(`the journal cannot be used: ${opened.error.kind}`, 'cause' in opened.error ? opened.error.cause : undefined);
    return closedStorage(PROBLEMS[opened.error.kind], opened.error, hasRoom);
  }
  const { database, backup } = opened.value;
  if (backup !== null) log.info(`the journal was brought up to date; the one before lies in ${backup}`);

  const damage = findDamage(createPaymentJournal(database));
  if (damage !== null) {
    log.error('the journal holds an open payment that cannot be read', damage);
    database.close();
    lock.release();
    return closedStorage('journal-damaged', damage, hasRoom);
  }

  const reserve = createReserve(join(folder, 'reserve.bin'));
  const restore = setTimeout(() => void reserve.restore(), RESERVE_AFTER_MS);
  const choices = createDeskChoices(database);
  let problem: Selling['problem'] = null;
  const missingPayments = watchForMissing(database, journalPath(folder), opened.value, choices, log);
  const payments = missingPayments.noting(createPaymentJournal(database, reserve));
  const journal = guardReads(payments, (cause) => {
    if (problem === null) log.error('the journal holds something that cannot be read', cause);
    problem = 'journal-damaged';
  });
  return {
    journal,
    attempts: guardReads(payments, (cause) => log.error('what a terminal was last heard to say cannot be read', cause)),
    terminalMemory: { read: choices.terminal, write: (terminal) => choices.chooseTerminal(terminal).ok },
    directoryCache: (from) => ({
      read: () => choices.directory(from),
      keep(directory) {
        const kept = choices.keepDirectory(from, directory);
        if (!kept.ok) log.error('the terminals could not be kept for a start without a network', kept.error.cause);
      },
    }),
    netsListingCache: (from) => ({
      read: () => choices.netsListing(from),
      keep(listing) {
        const kept = choices.keepNetsListing(from, listing);
        if (!kept.ok) log.error('what Nets lists could not be kept for a start without a network', kept.error.cause);
      },
    }),
    keepLogin({ baseUrl, username }) {
      const before = choices.login();
      if (before?.baseUrl === baseUrl && before.username === username) return;
      // Those that wait can only be looked up where, and as whom, they were sent.
      if (before !== null && journal.open().length + journal.unresolved().length > 0) return;
      const kept = choices.keepLogin({ baseUrl, username });
      if (!kept.ok) log.error('whom payments are sent as could not be kept', kept.error.cause);
    },
    login: choices.login,
    currency: choices.currency,
    keepCurrency(currency) {
      if (choices.currency() === currency) return;
      const kept = choices.keepCurrency(currency);
      if (!kept.ok) log.error('the currency could not be kept', kept.error.cause);
    },
    lateApprovals: createLateApprovalMemory(choices, payments, log),
    missingPayments,
    problem: () => problem,
    openBy: null,
    hasRoom() {
      const room = hasRoom();
      // A disk that was full has room again: what was freed in need is taken back, off the sale's path.
      if (room) void reserve.restore();
      return room;
    },
    isHealthy() {
      try {
        checkWhole(database, null);
        proveDurable(database);
        return problem === null && missingPayments.isKept();
      } catch (cause) {
        log.error('the journal is not healthy', cause);
        return false;
      }
    },
    close() {
      clearTimeout(restore);
      database.close();
      lock.release();
    },
  };
}

/** A file that somebody else has for a moment is waited for, because nobody can be sold to without it. */
async function openPatiently(path: string): ReturnType<typeof openDatabase> {
  const begun = performance.now();
  for (;;) {
    const opened = await openDatabase(path);
    const isTaken = !opened.ok && opened.error.kind === 'unreadable' && isBusy(opened.error.cause);
    if (!isTaken || performance.now() - begun > BUSY_PATIENCE_MS) return opened;
    await wait(BUSY_REST_MS);
  }
}

/** Reads past the guard: an old payment that cannot be read costs its own alarm, and never the day's sales. */
function createLateApprovalMemory(choices: DeskChoices, journal: PaymentJournal, log: Log): Storage['lateApprovals'] {
  const unreadable = (cause: unknown): void => log.error('what was paid after all, and nobody has seen, could not be read', cause);

  function isReadable(paymentId: string): boolean {
    try {
      return journal.byId(paymentId) !== null;
    } catch (cause) {
      unreadable(cause);
      return false;
    }
  }

  return {
    unseen() {
      try {
        return choices.lateApprovals().filter(isReadable);
      } catch (cause) {
        unreadable(cause);
        return [];
      }
    },
    keep(paymentId) {
      const kept = choices.keepLateApproval(paymentId);
      if (!kept.ok) log.error('what was paid after all could not be kept beyond this run', kept.error.cause);
      return kept.ok;
    },
    forget(paymentId) {
      const forgotten = choices.forgetLateApproval(paymentId);
      if (!forgotten.ok) log.error('what was paid after all, and seen, will be told again after a restart', forgotten.error.cause);
    },
  };
}

/** A payment that waits for its verdict and cannot be read would be forgotten: nothing is sold beside it. */
function findDamage(journal: PaymentJournal): unknown {
  try {
    journal.open();
    journal.unresolved();
    return null;
  } catch (cause) {
    return cause;
  }
}

const PROBLEMS = {
  damaged: 'journal-damaged',
  'newer-schema': 'journal-newer',
  unreadable: 'journal-unreadable',
  'old-sqlite': 'journal-unreadable',
  'disk-full': 'disk-full',
} as const satisfies Record<OpenFailure['kind'], Selling['problem']>;

/** A lock that cannot be taken keeps no second program out, so nothing is opened without it. */
function withoutLock(failure: LockFailure, hasRoom: () => boolean, log: Log): Storage {
  if (failure.kind === 'held') {
    log.error('another program has the journal open');
    return { ...closedStorage('journal-in-use', 'another program has the journal open', hasRoom), openBy: failure.by };
  }
  log.error('whether another program has the journal open cannot be told', failure.cause);
  return closedStorage(troubleOf(failure.cause) === 'disk-full' ? 'disk-full' : 'journal-unreadable', failure.cause, hasRoom);
}

function closedStorage(problem: Selling['problem'], cause: unknown, hasRoom: () => boolean): Storage {
  return {
    journal: createClosedJournal(cause),
    attempts: { latestAt: () => null },
    terminalMemory: { read: () => null, write: () => false },
    directoryCache: () => ({ read: () => null, keep: () => undefined }),
    netsListingCache: () => ({ read: () => null, keep: () => undefined }),
    keepLogin: () => undefined,
    login: () => null,
    currency: () => null,
    keepCurrency: () => undefined,
    lateApprovals: { unseen: () => [], keep: () => false, forget: () => undefined },
    missingPayments: { current: () => null, read: () => false },
    problem: () => problem,
    openBy: null,
    hasRoom: problem === 'disk-full' ? () => false : hasRoom,
    isHealthy: () => false,
    close: () => undefined,
  };
}
