import { referenceKey } from '../../shared/reference.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { receiptsIn } from '../payments/core/receipts.ts';
import { isFinal, type PaymentState } from '../payments/core/state.ts';
import type { CreateFailure, JournalRow, PaymentJournal, WriteFailure } from '../payments/ports.ts';
import { type Cardless, takeCards } from './card-data.ts';
import { createPaymentReads, IS_OPEN } from './payment-reads.ts';
import { createReceiptTaker } from './receipts.ts';
import type { Reserve } from './reserve-file.ts';
import { createRowWriter } from './row-writer.ts';
import { type SqliteDatabase, sqliteCode } from './sqlite.ts';
import { writeFailure } from './storage-failure.ts';
import { storedEvent, storedEvidence, storedState } from './stored-payment.ts';

/** In these states the request may have left this PC. */
const UNDER_WAY: ReadonlySet<PaymentState['name']> = new Set(['sent', 'cancelling', 'checking']);

/**
 * The journal in SQLite. A call that returned `ok` has been synced to the disk (checked at open, see durability.ts). Reads throw {@link
 * DamagedPayment} for a row that is not a valid payment, and SQLite's own error when the file cannot be read: the caller must not go on as
 * if there were no payment.
 *
 * @param reserve frees room on a full disk for rows of a payment that may already be charging; never for one that can still be stopped.
 */
export function createPaymentJournal(database: SqliteDatabase, reserve: Reserve | null = null): PaymentJournal {
  const { createAll, appendAll } = createRowWriter(database);
  const takeReceipts = createReceiptTaker(database);
  const selectByKey = database.prepare<[string], unknown>('SELECT id FROM payments WHERE attempt = ?').pluck();
  const selectHolder = database
    .prepare<[string], unknown>(`SELECT id FROM payments WHERE terminal_id = ? AND released_at IS NULL AND ${IS_OPEN}`)
    .pluck();

  /** Finds out which rule of the database refused the row. The idempotency key is checked first: a double click breaks both rules. */
  function whyRefused(idempotencyKey: string, terminalId: string | null, cause: unknown): CreateFailure {
    const isTaken = sqliteCode(cause) === 'SQLITE_CONSTRAINT_UNIQUE';
    const paymentId = isTaken ? selectByKey.get(idempotencyKey) : undefined;
    if (typeof paymentId === 'string') return { kind: 'key-used', paymentId };
    const holder = isTaken && terminalId !== null ? selectHolder.get(terminalId) : undefined;
    return holder === undefined ? writeFailure(cause) : { kind: 'terminal-held' };
  }

  function appendOnce(paymentId: string, row: JournalRow): Result<null, WriteFailure> {
    try {
      const { row: cardless, cards } = takeCards(row);
      appendAll(eventBindings(paymentId, cardless), { cards, receipts: takeReceipts(paymentId, row) });
      return ok(null);
    } catch (cause) {
      return failed(writeFailure(cause));
    }
  }

  return {
    create(facts, idempotencyKey, row) {
      try {
        const { row: cardless, cards } = takeCards(row);
        const event = eventBindings(facts.id, cardless);
        const apart = { cards, receipts: receiptsIn(row, facts) };
        createAll({ ...facts, referenceKey: referenceKey(facts.reference), idempotencyKey, ...event }, event, apart);
        return ok(null);
      } catch (cause) {
        return failed(whyRefused(idempotencyKey, facts.terminalId, cause));
      }
    },
    append(paymentId, row) {
      const written = appendOnce(paymentId, row);
      if (written.ok || written.error.kind !== 'disk-full' || isStoppable(row) || reserve?.free() !== true) return written;
      return appendOnce(paymentId, row);
    },
    ...createPaymentReads(database),
  };
}

/**
 * `cleared` is written before the request is sent. If there is no room for it nothing is sent, and the reserve is left for payments that
 * were sent.
 */
const isStoppable = (row: JournalRow): boolean => row.event.type === 'cleared';

function eventBindings(id: string, row: Cardless<JournalRow>) {
  const { at, event, state, evidence } = row;
  return {
    id,
    at,
    event: storedEvent.write(event),
    state: storedState.write(state),
    evidence: evidence === null ? null : storedEvidence.write(evidence),
    stateName: state.name,
    sentAt: UNDER_WAY.has(state.name) ? at : null,
    releasedAt: event.type === 'released' ? at : null,
    endedAt: isFinal(state) ? at : null,
  };
}
