import { referenceKey } from '../../shared/reference.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { isFinal, type PaymentState } from '../payments/core/state.ts';
import type { CreateFailure, JournalledPayment, JournalRow, PaymentJournal, WriteFailure } from '../payments/ports.ts';
import { type CardDatum, type Cardless, takeCards } from './card-data.ts';
import { EVENT_COLUMNS, paymentColumns, readEvent, readPayment } from './payment-row.ts';
import { readSummary, SUMMARY_COLUMNS } from './payment-summary.ts';
import type { Reserve } from './reserve-file.ts';
import { type SqliteDatabase, sqliteCode } from './sqlite.ts';
import { writeFailure } from './storage-failure.ts';
import { storedEvent, storedEvidence, storedState } from './stored-payment.ts';

// In the index's own words, so that SQLite uses it (migrations/0001-journal.ts).
const IS_OPEN = `state_name IN ('created', 'sent', 'cancelling', 'checking')`;
// Likewise (migrations/0005-refused-signatures.ts).
const IS_UNSIGNED = `state_name = 'approved' AND json_extract(state, '$.signature') IN ('asked', 'refused')`;

/** From here on the request may have left this PC. */
const UNDER_WAY: ReadonlySet<PaymentState['name']> = new Set(['sent', 'cancelling', 'checking']);

/**
 * The journal in SQLite. A call that returned `ok` has been synced to the disk (proven at open, see durability.ts).
 * Reads throw {@link DamagedPayment} for a row that is no payment, and SQLite's own error when the file cannot be read:
 * the one who asked must not go on as if there were nothing.
 *
 * @param reserve gives back room on a full disk for the rows of a payment that may already be charging; never for one that can still be stopped.
 */
export function createPaymentJournal(database: SqliteDatabase, reserve: Reserve | null = null): PaymentJournal {
  const insertPayment = database.prepare(`
    INSERT INTO payments (id, order_id, attempt, kind, request_id, original_id, amount_minor, currency, terminal_id, terminal_name,
      point_of_sale, reference, reference_key, operator, environment, started_at, state_name, state, sent_at, released_at, ended_at)
    VALUES (@id, @orderId, @attempt, @kind, @requestId, @originalId, @amountMinor, @currency, @terminalId, @terminalName,
      @pointOfSale, @reference, @referenceKey, @operator, @environment, @at, @stateName, @state, @sentAt, @releasedAt, @endedAt)`);
  const insertEvent = database.prepare(`
    INSERT INTO payment_events (payment_id, seq, at, event, state, evidence)
    SELECT @id, coalesce(max(seq), 0) + 1, @at, @event, @state, @evidence FROM payment_events WHERE payment_id = @id`);
  const updateCache = database.prepare(`
    UPDATE payments SET state_name = @stateName, state = @state, sent_at = coalesce(sent_at, @sentAt),
      released_at = coalesce(released_at, @releasedAt), ended_at = coalesce(ended_at, @endedAt)
    WHERE id = @id`);
  const insertCard = database.prepare(`
    INSERT INTO card_data (event_number, place, brand, last4, order_id) VALUES (@eventNumber, @place, @brand, @last4, @orderId)`);

  const columns = paymentColumns(database);
  const select = (rest: string) => database.prepare<unknown[], unknown>(`SELECT ${columns} FROM payments ${rest}`);
  const selectById = select('WHERE id = ?');
  const pending = createPendingReads(database);
  // In the index's own words as well.
  const selectByReference = select(`WHERE reference_key = ? AND reference_key <> '' ORDER BY number`);
  const selectByOrderId = select('WHERE order_id = ?');
  const selectUnsigned = select(`
    WHERE ${IS_UNSIGNED} AND (json_extract(state, '$.signature') = 'refused' OR started_at >= ?) ORDER BY number`);
  const selectByOriginal = select('WHERE original_id = ? ORDER BY number');
  // The plus keeps SQLite from walking through every payment to have them in order.
  const selectSince = select('WHERE started_at >= ? ORDER BY +number');
  const selectSummaries = (rest: string) => database.prepare<[string], unknown>(`SELECT ${SUMMARY_COLUMNS} FROM payments ${rest}`);
  const selectSummariesSince = selectSummaries('WHERE started_at >= ? ORDER BY started_at, number');
  const selectSummariesNaming = selectSummaries('WHERE original_id IN (SELECT id FROM payments WHERE started_at >= ?)');
  // A request that provably never left says nothing about the terminal.
  const selectLatestAt = select(`
    WHERE terminal_id = ? AND sent_at IS NOT NULL AND NOT (state_name = 'refused' AND json_extract(state, '$.reason') = 'not-sent')
    ORDER BY number DESC LIMIT 1 OFFSET ?`);
  const selectLatestRunAt = select(`
    WHERE terminal_id = ? AND sent_at IS NOT NULL AND state_name <> 'refused' ORDER BY number DESC LIMIT 1`);
  const selectRows = database.prepare<[string], unknown>(`SELECT ${EVENT_COLUMNS} FROM payment_events WHERE payment_id = ? ORDER BY seq`);
  const selectAttempt = database.prepare<[string], unknown>('SELECT id FROM payments WHERE attempt = ?').pluck();
  const selectHolder = database
    .prepare<[string], unknown>(`SELECT id FROM payments WHERE terminal_id = ? AND released_at IS NULL AND ${IS_OPEN}`)
    .pluck();

  function insertRow(row: Bindings, cards: readonly CardDatum[]): void {
    const eventNumber = insertEvent.run(row).lastInsertRowid;
    for (const card of cards) insertCard.run({ eventNumber, ...card });
  }
  // A row and its card data are on the disk together or not at all.
  const createAll = database.transaction((payment: Bindings, row: Bindings, cards: readonly CardDatum[]) => {
    insertPayment.run(payment);
    insertRow(row, cards);
  }).immediate;
  const appendAll = database.transaction((row: Bindings, cards: readonly CardDatum[]) => {
    insertRow(row, cards);
    updateCache.run(row);
  }).immediate;

  /** The database refused; now it is asked which of its rules that was. The attempt first: a double click breaks both. */
  function whyRefused(attempt: string, terminalId: string | null, cause: unknown): CreateFailure {
    const isTaken = sqliteCode(cause) === 'SQLITE_CONSTRAINT_UNIQUE';
    const paymentId = isTaken ? selectAttempt.get(attempt) : undefined;
    if (typeof paymentId === 'string') return { kind: 'attempt-used', paymentId };
    const holder = isTaken && terminalId !== null ? selectHolder.get(terminalId) : undefined;
    return holder === undefined ? writeFailure(cause) : { kind: 'terminal-held' };
  }

  function appendOnce(paymentId: string, row: JournalRow): Result<null, WriteFailure> {
    try {
      const { row: cardless, cards } = takeCards(row);
      appendAll(eventBindings(paymentId, cardless), cards);
      return ok(null);
    } catch (cause) {
      return failed(writeFailure(cause));
    }
  }

  const read = (found: unknown): JournalledPayment | null => (found === undefined ? null : readPayment(found));

  return {
    create(facts, attempt, row) {
      try {
        const { row: cardless, cards } = takeCards(row);
        const event = eventBindings(facts.id, cardless);
        createAll({ ...facts, referenceKey: referenceKey(facts.reference), attempt, ...event }, event, cards);
        return ok(null);
      } catch (cause) {
        return failed(whyRefused(attempt, facts.terminalId, cause));
      }
    },
    append(paymentId, row) {
      const written = appendOnce(paymentId, row);
      if (written.ok || written.error.kind !== 'disk-full' || isStoppable(row) || reserve?.free() !== true) return written;
      return appendOnce(paymentId, row);
    },
    byId: (paymentId) => read(selectById.get(paymentId)),
    ...pending,
    byOrderId: (orderId) => read(selectByOrderId.get(orderId)),
    byReference: (reference) => selectByReference.all(referenceKey(reference)).map(readPayment),
    byOriginal: (originalId) => selectByOriginal.all(originalId).map(readPayment),
    startedSince: (iso) => selectSince.all(iso).map(readPayment),
    summariesSince: (iso) => selectSummariesSince.all(iso).map(readSummary),
    summariesNaming: (iso) => selectSummariesNaming.all(iso).map(readSummary),
    unsigned: (askedSince) => selectUnsigned.all(askedSince).map(readPayment),
    latestAt: (terminalId, back = 0) => read(selectLatestAt.get(terminalId, back)),
    latestRunAt: (terminalId) => read(selectLatestRunAt.get(terminalId)),
    rows: (paymentId) => selectRows.all(paymentId).map((row) => readEvent(paymentId, row)),
  };
}

/** Also of a journal in an older form, which is read and not brought up to date. */
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

type Bindings = Readonly<Record<string, string | number | null>>;

/** `cleared` is written before the request goes out: without room for it nothing is sent, and the reserve stays for those who were. */
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
