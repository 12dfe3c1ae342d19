import { z } from 'zod';
import { amountMinorSchema, environments, paymentKinds } from '../../shared/payment.ts';
import type { JournalledPayment, JournalRow } from '../payments/ports.ts';
import { cardsOf, giveEventItsCard, giveEvidenceItsCard, giveStateItsCard, readCardData } from './card-data.ts';
import { migration0008 } from './migrations/0008-card-data-apart.ts';
import { type SqliteDatabase, schemaVersion } from './sqlite.ts';
import { DamagedPayment } from './storage-failure.ts';
import { storedEvent, storedEvidence, storedState } from './stored-payment.ts';

const COLUMNS = `id, order_id, kind, request_id, original_id, amount_minor, currency, terminal_id, terminal_name,
  point_of_sale, reference, operator, environment, started_at, released_at, ended_at, state`;
/** The cached state is that of the last event, and so is its card. */
const LAST_EVENT = '(SELECT number FROM payment_events WHERE payment_id = payments.id ORDER BY seq DESC LIMIT 1)';

/** The columns of all queries for payments, so that a row is read in one way only. An older schema is read as it is. */
export const paymentColumns = (database: SqliteDatabase): string =>
  `${COLUMNS}, ${schemaVersion(database) < migration0008.version ? 'NULL AS cards' : cardsOf(LAST_EVENT)}`;
export const EVENT_COLUMNS = `at, event, state, evidence, ${cardsOf('payment_events.number')}`;

const text = z.string();
const paymentRow = z.object({
  id: text,
  order_id: text,
  kind: z.enum(paymentKinds),
  request_id: text.nullable(),
  original_id: text.nullable(),
  amount_minor: amountMinorSchema,
  currency: text,
  terminal_id: text.nullable(),
  terminal_name: text.nullable(),
  point_of_sale: text.nullable(),
  reference: text,
  operator: text.nullable(),
  environment: z.enum(environments),
  started_at: text,
  released_at: text.nullable(),
  ended_at: text.nullable(),
  state: text,
  cards: text.nullable(),
});

const eventRow = z.object({ at: text, event: text, state: text, evidence: text.nullable(), cards: text.nullable() });

/** @throws DamagedPayment if this program could not have written the row. */
export function readPayment(stored: unknown): JournalledPayment {
  try {
    const row = paymentRow.parse(stored);
    return {
      facts: {
        id: row.id,
        orderId: row.order_id,
        kind: row.kind,
        requestId: row.request_id,
        originalId: row.original_id,
        amountMinor: row.amount_minor,
        currency: row.currency,
        terminalId: row.terminal_id,
        terminalName: row.terminal_name,
        pointOfSale: row.point_of_sale,
        reference: row.reference,
        operator: row.operator,
        environment: row.environment,
      },
      state: giveStateItsCard(storedState.read(row.state), readCardData(row.cards)),
      startedAt: row.started_at,
      endedAt: row.ended_at,
      releasedAt: row.released_at,
    };
  } catch (cause) {
    throw new DamagedPayment(idOf(stored), cause);
  }
}

/** @throws DamagedPayment as {@link readPayment}. */
export function readEvent(paymentId: string, stored: unknown): JournalRow {
  try {
    const row = eventRow.parse(stored);
    const cards = readCardData(row.cards);
    return {
      at: row.at,
      event: giveEventItsCard(storedEvent.read(row.event), cards),
      state: giveStateItsCard(storedState.read(row.state), cards),
      evidence: row.evidence === null ? null : giveEvidenceItsCard(storedEvidence.read(row.evidence), cards),
    };
  } catch (cause) {
    throw new DamagedPayment(paymentId, cause);
  }
}

const namedRow = z.object({ id: text });
const idOf = (stored: unknown): string => namedRow.safeParse(stored).data?.id ?? '(without an id)';
