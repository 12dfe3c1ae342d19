import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Selling } from '../../shared/ipc/desk.ts';
import type { DayCloseJournal } from '../day-close/ports.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import type { Log } from '../support/log.ts';
import { closedStorage, PROBLEMS } from './closed-storage.ts';
import { compactIfDue } from './compact.ts';
import { createDayCloses } from './day-closes.ts';
import { createDeskMemory, type DeskMemory } from './desk-memory.ts';
import { createDeskTable } from './desk-table.ts';
import { proveDurable } from './durability.ts';
import { guardReads } from './guard-reads.ts';
import { checkWhole } from './integrity.ts';
import { holdJournal, type JournalLock, type LockFailure } from './journal-lock.ts';
import { noteHolder } from './lock-holder.ts';
import { type nothingMissing, watchForMissing } from './missing-payments.ts';
import { type OpenedDatabase, openDatabase } from './open-database.ts';
import { createOutboxes, type Outboxes } from './outbox.ts';
import { createPaymentJournal } from './payment-journal.ts';
import { createReserve, hasRoomForSale } from './reserve-file.ts';
import { removeUnfinished } from './restore/unfinished.ts';
import type { SqliteDatabase } from './sqlite.ts';
import { isBusy, troubleOf } from './storage-failure.ts';
import { createUpkeep, type Upkeep } from './upkeep.ts';
import { createWholeCheck, type WholeCheck, type WholeCheckOptions } from './whole-check.ts';

export const journalPath = (folder: string): string => join(folder, 'payments.db');

/** Long after the first paint: writing four megabytes of random bytes would slow the start down. */
const RESERVE_AFTER_MS = 15_000;

/** How long a start waits while another program has the file. After that a person can try again. */
const BUSY_PATIENCE_MS = 5_000;
const BUSY_REST_MS = 200;

export type Storage = DeskMemory & {
  readonly journal: PaymentJournal;
  /** The same reads for a terminal's light. An error there does not stop the selling; the light then ignores that payment. */
  readonly attempts: Pick<PaymentJournal, 'latestAt'>;
  /** Reconciliations and closed days; null if the journal could not be opened. */
  readonly dayCloses: DayCloseJournal | null;
  /** What Willba and the other desks must still be told. */
  readonly outboxes: Outboxes;
  /** Payments that may have been lost with a part of the journal, until a named person has confirmed the message. */
  readonly missingPayments: typeof nothingMissing;
  /** Why nothing can be journalled, or null. */
  readonly problem: () => Selling['problem'];
  /** The account of the other program that has the journal open; null if not known. */
  readonly openBy: string | null;
  readonly hasRoom: () => boolean;
  /** When a payment may begin, and when all pages have been read. */
  readonly check: Pick<WholeCheck, 'mayBegin' | 'done'>;
  /** Reads every page and writes once: takes half a second for a hundred thousand payments. */
  readonly isHealthy: () => boolean;
  /** Backups and erasing, beside the desk. */
  readonly upkeep: Upkeep;
  /** Waits for the threads that check the file or work on it. @param isLast the program ends, so that nobody waits for the file */
  readonly close: (isLast?: boolean) => Promise<void>;
};

/** Opens a world's storage. Never throws: if the journal cannot be opened, the desk is told why. */
export async function openStorage(folder: string, log: Log, checkOptions: WholeCheckOptions = {}): Promise<Storage> {
  const hasRoom = (): boolean => {
    try {
      return hasRoomForSale(folder);
    } catch (cause) {
      log.error('the free space on the disk cannot be read', cause);
      return false;
    }
  };
  const held = holdJournal(folder);
  if (!held.ok) return withoutLock(held.error, hasRoom, log);
  const lock = held.value;
  try {
    noteHolder(folder);
  } catch (cause) {
    log.error('the account that has the journal open could not be stored', cause);
  }
  try {
    removeUnfinished(journalPath(folder));
  } catch (cause) {
    log.error('what a restoring had begun could not be removed', cause);
  }
  const opened = await openPatiently(journalPath(folder));
  if (!opened.ok) {
    lock.release();
    log.error(`the journal cannot be used: ${opened.error.kind}`, 'cause' in opened.error ? opened.error.cause : undefined);
    return closedStorage(PROBLEMS[opened.error.kind], opened.error, hasRoom);
  }
  const { database, backup } = opened.value;
  if (backup !== null) log.info(`the journal was migrated; its backup is ${backup}`);

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
  const outboxes = createOutboxes(journalPath(folder), table, log, { hasRoom, mayFold: check.done.then(() => check.problem() === null) });
  const missingPayments = watchForMissing(database, journalPath(folder), opened, table, log);
  const payments = outboxes.noting(missingPayments.noting(createPaymentJournal(database, reserve)));
  const journal = guardReads(check.holdingBack(payments), check.damaged);
  const memory = createDeskMemory(table, journal, payments, log);
  const upkeep = createUpkeep(journalPath(folder), table, log);
  return {
    journal,
    attempts: guardReads(payments, (cause) => log.error('the last payment on a terminal cannot be read', cause)),
    ...memory,
    upkeep,
    dayCloses: createDayCloses(database),
    outboxes,
    missingPayments,
    problem: check.problem,
    openBy: null,
    check,
    hasRoom() {
      const room = hasRoom();
      // A disk that was full has room again: the reserve is taken again, without delaying the sale.
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
    async close(isLast = false) {
      clearTimeout(restore);
      // Their connections first: the journal's own is the last one, which folds the log into the file or leaves it as it is.
      await upkeep.stop();
      outboxes.close();
      if (isLast && check.isProven()) compactIfDue(table, log, new Date());
      await check.close();
      lock.release();
    },
  };
}

/** Waits for a file that another program holds for a moment, because nothing can be sold without it. */
async function openPatiently(path: string): ReturnType<typeof openDatabase> {
  const begun = performance.now();
  for (;;) {
    const opened = await openDatabase(path);
    const isTaken = !opened.ok && opened.error.kind === 'unreadable' && isBusy(opened.error.cause);
    if (!isTaken || performance.now() - begun > BUSY_PATIENCE_MS) return opened;
    await wait(BUSY_REST_MS);
  }
}

/** A waiting payment that cannot be read would be forgotten, so nothing is sold then. */
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

/** Without the lock a second program could not be kept out, so nothing is opened. */
function withoutLock(failure: LockFailure, hasRoom: () => boolean, log: Log): Storage {
  if (failure.kind === 'held') {
    log.error('another program has the journal open');
    return { ...closedStorage('journal-in-use', 'another program has the journal open', hasRoom), openBy: failure.by };
  }
  log.error('it cannot be found out whether another program has the journal open', failure.cause);
  return closedStorage(troubleOf(failure.cause) === 'disk-full' ? 'disk-full' : 'journal-unreadable', failure.cause, hasRoom);
}
