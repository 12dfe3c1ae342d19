import type { Receipt } from '../payments/core/receipts.ts';
import type { CardDatum } from './card-data.ts';
import type { SqliteDatabase } from './sqlite.ts';

/** What a row brings for tables from which it can be erased. */
type Apart = { readonly cards: readonly CardDatum[]; readonly receipts: readonly Receipt[] };
type Bindings = Readonly<Record<string, string | number | null>>;

/** Writes a payment's rows. A row, its card data, its receipts and the cached state are written together or not at all. */
export function createRowWriter(database: SqliteDatabase) {
  const insertPayment = database.prepare(`
    INSERT INTO payments (id, order_id, attempt, kind, request_id, original_id, amount_minor, currency, terminal_id, terminal_name,
      point_of_sale, reference, reference_key, operator, environment, started_at, state_name, state, sent_at, released_at, ended_at)
    VALUES (@id, @orderId, @idempotencyKey, @kind, @requestId, @originalId, @amountMinor, @currency, @terminalId, @terminalName,
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
  /** Prepared where it is used, which is once a payment. */
  const insertReceipt = () => database.prepare('INSERT INTO receipts (event_number, copy, text) VALUES (@eventNumber, @copy, @text)');

  function insertRow(row: Bindings, { cards, receipts }: Apart): void {
    const eventNumber = insertEvent.run(row).lastInsertRowid;
    for (const card of cards) insertCard.run({ eventNumber, ...card });
    for (const receipt of receipts) insertReceipt().run({ eventNumber, ...receipt });
  }
  const createAll = database.transaction((payment: Bindings, row: Bindings, apart: Apart) => {
    insertPayment.run(payment);
    insertRow(row, apart);
  }).immediate;
  const appendAll = database.transaction((row: Bindings, apart: Apart) => {
    insertRow(row, apart);
    updateCache.run(row);
  }).immediate;

  return { createAll, appendAll };
}
