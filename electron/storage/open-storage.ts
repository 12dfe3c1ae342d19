import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Selling } from '../../shared/ipc/desk.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import type { Log } from '../support/log.ts';
import { closedStorage, PROBLEMS } from './closed-storage.ts';
import { createDeskMemory, type DeskMemory } from './desk-memory.ts';
import { createDeskTable } from './desk-table.ts';
import { proveDurable } from './durability.ts';
import { guardReads } from './guard-reads.ts';
import { checkWhole } from './integrity.ts';
import { holdJournal, type JournalLock, type LockFailure } from './journal-lock.ts';
import { noteHolder } from './lock-holder.ts';
import { type nothingMissing, watchForMissing } from './missing-payments.ts';
import { type OpenedDatabase, openDatabase } from './open-database.ts';
import { createPaymentJournal } from './payment-journal.ts';
import { createReserve, hasRoomForSale } from './reserve-file.ts';
import type { SqliteDatabase } from './sqlite.ts';
import { isBusy, troubleOf } from './storage-failure.ts';
import { createWholeCheck, type WholeCheck, type WholeCheckOptions } from './whole-check.ts';

export const journalPath = (folder: string): string => join(folder, 'payments.db');

/** Long after the first paint: four megabytes of random bytes are no work for a start. */
const RESERVE_AFTER_MS = 15_000;

/** How long a start waits for whoever else has the file. A person can try again after that. */
const BUSY_PATIENCE_MS = 5_000;
const BUSY_REST_MS = 200;

export type Storage = DeskMemory & {
  readonly journal: PaymentJournal;
  /** The same for a light, which is not worth stopping the selling: what cannot be read says nothing there. */
  readonly attempts: Pick<PaymentJournal, 'latestAt'>;
  /** Payments that may have been lost with a part of the journal, until a named person has read it. */
  readonly missingPayments: typeof nothingMissing;
  /** Why nothing can be journalled, or null. */
  readonly problem: () => Selling['problem'];
  /** Whose account has the journal open where another program does; null where that is not known. */
  readonly openBy: string | null;
  readonly hasRoom: () => boolean;
  /** When a payment may be begun, and when every page has been read. */
  readonly check: Pick<WholeCheck, 'mayBegin' | 'done'>;
  /** Reads every page, and writes once for real: takes half a second for a hundred thousand payments. */
  readonly isHealthy: () => boolean;
  /** Waits for the thread that checks the file, where one does. */
  readonly close: () => Promise<void>;
};

/** Opens what a world keeps. Never throws: a journal that cannot be opened is a state that the desk is told of. */
export async function openStorage(folder: string, log: Log, checkOptions: WholeCheckOptions = {}): Promise<Storage> {
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

  const check = createWholeCheck(database, journalPath(folder), opened.value.checkDue, log, checkOptions);
  const damage = findDamage(database);
  if (damage !== null) {
    log.error('the journal holds an open payment that cannot be read', damage);
    check.damaged(damage);
    await check.close();
    lock.release();
    return closedStorage('journal-damaged', damage, hasRoom);
  }
  return openedStorage(folder, opened.value, check, lock, hasRoom, log);
}

function openedStorage(
  folder: string,
  opened: OpenedDatabase,
  check: WholeCheck,
  lock: JournalLock,
  hasRoom: () => boolean,
  log: Log,
): Storage {
  const { database } = opened;
  const reserve = createReserve(join(folder, 'reserve.bin'));
  const restore = setTimeout(() => void reserve.restore(), RESERVE_AFTER_MS);
  const table = createDeskTable(database);
  const missingPayments = watchForMissing(database, journalPath(folder), opened, table, log);
  const payments = missingPayments.noting(createPaymentJournal(database, reserve));
  const journal = guardReads(check.holdingBack(payments), check.damaged);
  return {
    journal,
    attempts: guardReads(payments, (cause) => log.error('what a terminal was last heard to say cannot be read', cause)),
    ...createDeskMemory(table, journal, payments, log),
    missingPayments,
    problem: check.problem,
    openBy: null,
    check,
    hasRoom() {
      const room = hasRoom();
      // A disk that was full has room again: what was freed in need is taken back, off the sale's path.
      if (room) void reserve.restore();
      return room;
    },
    isHealthy() {
      try {
        checkWhole(database);
        proveDurable(database);
        return check.problem() === null && missingPayments.isKept();
      } catch (cause) {
        log.error('the journal is not healthy', cause);
        if (troubleOf(cause) === 'damaged') check.damaged(cause);
        return false;
      }
    },
    async close() {
      clearTimeout(restore);
      await check.close();
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

/** A payment that waits for its verdict and cannot be read would be forgotten: nothing is sold beside it. */
function findDamage(database: SqliteDatabase): unknown {
  try {
    const journal = createPaymentJournal(database);
    journal.open();
    journal.unresolved();
    return null;
  } catch (cause) {
    return cause;
  }
}

/** A lock that cannot be taken keeps no second program out, so nothing is opened without it. */
function withoutLock(failure: LockFailure, hasRoom: () => boolean, log: Log): Storage {
  if (failure.kind === 'held') {
    log.error('another program has the journal open');
    return { ...closedStorage('journal-in-use', 'another program has the journal open', hasRoom), openBy: failure.by };
  }
  log.error('whether another program has the journal open cannot be told', failure.cause);
  return closedStorage(troubleOf(failure.cause) === 'disk-full' ? 'disk-full' : 'journal-unreadable', failure.cause, hasRoom);
}
