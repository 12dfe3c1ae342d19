import { referenceKey } from '../../shared/reference.ts';
import type { JournalledPayment, PaymentJournal } from '../payments/ports.ts';
import { EVENT_COLUMNS, paymentColumns, readEvent, readPayment } from './payment-row.ts';
import { readSummary, SUMMARY_COLUMNS } from './payment-summary.ts';
import { createReceiptReads } from './receipts.ts';
import { createSessionReads } from './session-reads.ts';
import type { SqliteDatabase } from './sqlite.ts';

// Worded like the index, so that SQLite uses it (migrations/0001-journal.ts).
export const IS_OPEN = `state_name IN ('created', 'sent', 'cancelling', 'checking')`;
// The same for migrations/0005-refused-signatures.ts.
const IS_UNSIGNED = `state_name = 'approved' AND json_extract(state, '$.signature') IN ('asked', 'refused')`;

/** All reads of the journal, each prepared once. */
export function createPaymentReads(database: SqliteDatabase): Omit<PaymentJournal, 'create' | 'append'> {
  const columns = paymentColumns(database);
  const select = (rest: string) => database.prepare<unknown[], unknown>(`SELECT ${columns} FROM payments ${rest}`);
  const selectById = select('WHERE id = ?');
  const pending = createPendingReads(database);
  // Worded like the index as well.
  const selectByReference = select(`WHERE reference_key = ? AND reference_key <> '' ORDER BY number`);
  const selectByOrderId = select('WHERE order_id = ?');
  const selectUnsigned = select(`
    WHERE ${IS_UNSIGNED} AND (json_extract(state, '$.signature') = 'refused' OR started_at >= ?) ORDER BY number`);
  const selectByOriginal = select('WHERE original_id = ? ORDER BY number');
  // Worded like the index as well.
  const selectByRequest = select('WHERE request_id = ? AND request_id IS NOT NULL ORDER BY number');
  // The plus keeps SQLite from reading all payments to get this order.
  const selectSince = select('WHERE started_at >= ? ORDER BY +number');
  const selectSummaries = (rest: string) => database.prepare<[string], unknown>(`SELECT ${SUMMARY_COLUMNS} FROM payments ${rest}`);
  const selectSummariesSince = selectSummaries('WHERE started_at >= ? ORDER BY started_at, number');
  const selectSummariesNaming = selectSummaries('WHERE original_id IN (SELECT id FROM payments WHERE started_at >= ?)');
  // A request that was provably never sent says nothing about the terminal.
  const selectLatestAt = select(`
    WHERE terminal_id = ? AND sent_at IS NOT NULL AND NOT (state_name = 'refused' AND json_extract(state, '$.reason') = 'not-sent')
    ORDER BY number DESC LIMIT 1 OFFSET ?`);
  const selectLatestRunAt = select(`
    WHERE terminal_id = ? AND sent_at IS NOT NULL AND state_name <> 'refused' ORDER BY number DESC LIMIT 1`);
  const selectRows = database.prepare<[string], unknown>(`SELECT ${EVENT_COLUMNS} FROM payment_events WHERE payment_id = ? ORDER BY seq`);
  const selectCancelAsked = database
    .prepare<[string], unknown>(`SELECT 1 FROM payment_events WHERE payment_id = ? AND json_extract(event, '$.type') = 'cancel-asked'`)
    .pluck();
  const read = (found: unknown): JournalledPayment | null => (found === undefined ? null : readPayment(found));

  return {
    byId: (paymentId) => read(selectById.get(paymentId)),
    ...pending,
    byOrderId: (orderId) => read(selectByOrderId.get(orderId)),
    byReference: (reference) => selectByReference.all(referenceKey(reference)).map(readPayment),
    byOriginal: (originalId) => selectByOriginal.all(originalId).map(readPayment),
    byRequest: (requestId) => selectByRequest.all(requestId).map(readPayment),
    startedSince: (iso) => selectSince.all(iso).map(readPayment),
    summariesSince: (iso) => selectSummariesSince.all(iso).map(readSummary),
    summariesNaming: (iso) => selectSummariesNaming.all(iso).map(readSummary),
    unsigned: (askedSince) => selectUnsigned.all(askedSince).map(readPayment),
    latestAt: (terminalId, back = 0) => read(selectLatestAt.get(terminalId, back)),
    latestRunAt: (terminalId) => read(selectLatestRunAt.get(terminalId)),
    rows: (paymentId) => selectRows.all(paymentId).map((row) => readEvent(paymentId, row)),
    receipts: createReceiptReads(database),
    mayBeReconciled: createSessionReads(database),
    cancelAsked: (paymentId) => selectCancelAsked.get(paymentId) !== undefined,
  };
}

/** Works for a journal with an older schema too, which is read without migrating. */
export function createPendingReads(database: SqliteDatabase): Pick<PaymentJournal, 'open' | 'unresolved' | 'unproven'> {
  const columns = paymentColumns(database);
  const select = (rest: string) => database.prepare<[], unknown>(`SELECT ${columns} FROM payments ${rest} ORDER BY number`);
  const selectOpen = select(`WHERE ${IS_OPEN}`);
  const selectUnresolved = select(`WHERE state_name = 'unresolved'`);
  const selectUnproven = database.prepare<[], unknown>(`
    SELECT number, ${columns} FROM payments WHERE ${IS_OPEN}
    UNION ALL SELECT number, ${columns} FROM payments WHERE state_name = 'unresolved' ORDER BY number`);
  return {
    open: () => selectOpen.all().map(readPayment),
    unresolved: () => selectUnresolved.all().map(readPayment),
    unproven: () => selectUnproven.all().map(readPayment),
  };
}
