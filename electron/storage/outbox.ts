import { z } from 'zod';
import type { Numbered, Outbox } from '../outbox/ports.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import type { SharedEvent } from '../strapi/ports.ts';
import type { Log } from '../support/log.ts';
import type { OutboxEvent } from '../willba/ports.ts';
import type { DeskTable } from './desk-table.ts';
import { type OutboxRows, openOutboxRows, type Receiver } from './outbox-rows.ts';

/** Willba may ask for what it has lost for this long. */
const KEPT_DAYS = 90;

export type ServedOutbox<E extends Numbered> = Outbox<E> & {
  /** Sets whether rows are kept for this receiver from now on. What was set last holds over restarts. */
  readonly serve: (isSetUp: boolean) => void;
};

/** What each receiver must still be told. */
export type Outboxes = { readonly willba: ServedOutbox<OutboxEvent>; readonly strapi: ServedOutbox<SharedEvent> };

export type KeptOutboxes = Outboxes & {
  /** The same journal, and each `follow` hears of its rows: so news is sent at once, and none depends on who wrote it. */
  readonly noting: (journal: PaymentJournal) => PaymentJournal;
  readonly close: () => void;
};

/**
 * The outbox has a connection of its own, for two reasons. Its reads never wait for a sale's statement; and it notes what was accepted
 * without waiting for the disk (`synchronous` NORMAL). After a power cut such a note may be lost, and the event is sent once more under
 * the same id. The events themselves are written with the journal's row, by the database (migrations/0011-outbox-for-strapi.ts).
 */
export function createOutboxes(
  path: string,
  table: DeskTable,
  log: Log,
  { hasRoom, mayFold }: { readonly hasRoom: () => boolean; readonly mayFold: Promise<boolean> },
  now = (): Date => new Date(),
): KeptOutboxes {
  const { attempt, close } = createConnection(path, log, mayFold, now);
  const { follow, noting } = createListeners(log);

  /** @param next reads what this receiver is told next of a payment @param accept notes that it has accepted it */
  function outboxFor<E extends Numbered>(
    receiver: Receiver,
    next: (rows: OutboxRows, paymentId: string) => E | null | 'unreadable',
    accept: (rows: OutboxRows, event: E, at: string) => void,
  ): ServedOutbox<E> {
    const serving = createServing(receiver, table, log);
    return {
      serve: serving.set,
      follow,
      waiting() {
        serving.keep();
        return attempt<readonly string[] | null>('what waits cannot be listed', null, (rows) => rows.waiting(receiver));
      },
      isWaiting: (paymentId) => attempt('one cannot be read', true, (rows) => rows.isWaiting(receiver, paymentId)),
      next: (paymentId) => attempt<E | null | 'unreadable'>('one cannot be read', 'unreadable', (rows) => next(rows, paymentId)),
      accepted: (event) =>
        attempt('an acceptance could not be stored', false, (rows) => {
          accept(rows, event, now().toISOString());
          return true;
        }),
      prune: (most) =>
        attempt('old ones could not be deleted', undefined, (rows) => {
          rows.prune(new Date(now().getTime() - KEPT_DAYS * 24 * 3_600_000).toISOString(), most);
        }),
    };
  }

  return {
    willba: outboxFor(
      'willba',
      (rows, paymentId) => rows.nextForWillba(paymentId, hasRoom),
      (rows, { sequence }, at) => rows.accept(sequence, at),
    ),
    strapi: outboxFor(
      'strapi',
      (rows, paymentId) => rows.nextForStrapi(paymentId),
      (rows, { sequence, payment }, at) => rows.acceptUpTo('strapi', payment.paymentId, sequence, at),
    ),
    noting,
    close,
  };
}

/** The outbox's connection, opened when it is first needed. */
function createConnection(path: string, log: Log, mayFold: Promise<boolean>, now: () => Date) {
  let opened: OutboxRows | null = null;
  let isClosed = false;
  let folds = false;
  void mayFold.then((may) => {
    folds = may;
    if (folds) opened?.fold();
  });

  return {
    attempt<T>(what: string, otherwise: T, run: (rows: OutboxRows) => T): T {
      if (isClosed) return otherwise;
      try {
        opened ??= openOutboxRows(path, folds, now());
        return run(opened);
      } catch (cause) {
        log.error(`the outbox: ${what}`, cause);
        return otherwise;
      }
    },
    close(): void {
      isClosed = true;
      opened?.close();
      opened = null;
    },
  };
}

/** Whether the database keeps rows for this receiver: a key in the table `desk`, which its trigger reads. */
function createServing(receiver: Receiver, table: DeskTable, log: Log) {
  const key = `outbox:${receiver}`;
  let isSetUp: boolean | null = null;

  function keep(): void {
    try {
      if (isSetUp === null || (table.read(key, z.boolean()) === true) === isSetUp) return;
    } catch (cause) {
      log.error(`whether rows are kept for ${receiver} cannot be read`, cause);
    }
    const kept = table.write(key, isSetUp);
    if (!kept.ok) log.error(`it could not be stored whether rows are kept for ${receiver}`, kept.error.cause);
  }

  return {
    set(wanted: boolean): void {
      isSetUp = wanted;
      keep();
    },
    /** Again, until it is stored: without it no rows are kept. */
    keep,
  };
}

/** Whoever wants to hear of each row. What throws there stays there: the row is written. */
function createListeners(log: Log): Pick<KeptOutboxes, 'noting'> & Pick<Outbox<Numbered>, 'follow'> {
  const listeners: ((paymentId: string) => void)[] = [];

  function tell(paymentId: string): void {
    for (const listen of listeners) {
      try {
        listen(paymentId);
      } catch (cause) {
        log.error('a sender of the outbox threw', cause);
      }
    }
  }

  return {
    follow: (rowWritten) => void listeners.push(rowWritten),
    noting: (journal) => ({
      ...journal,
      create(facts, ...rest) {
        const created = journal.create(facts, ...rest);
        if (created.ok) tell(facts.id);
        return created;
      },
      append(paymentId, row) {
        const appended = journal.append(paymentId, row);
        if (appended.ok) tell(paymentId);
        return appended;
      },
    }),
  };
}

const closedOutbox: ServedOutbox<never> = {
  serve: () => undefined,
  follow: () => undefined,
  waiting: () => [],
  isWaiting: () => false,
  next: () => null,
  accepted: () => false,
  prune: () => undefined,
};

/** Without a journal nothing is known to wait, and nothing is sent. */
export const closedOutboxes: Outboxes = { willba: closedOutbox, strapi: closedOutbox };
