import { environments, paymentKinds } from '../../shared/payment.ts';
import type { PaymentState } from '../payments/core/state.ts';
import type { PaymentSummary } from '../payments/core/summary.ts';
import { DamagedPayment } from './storage-failure.ts';

/**
 * The values that decide about sums, from the columns and two members of the state: this takes a tenth of the time of reading whole
 * payments.
 */
export const SUMMARY_COLUMNS = summaryColumns('state_name', 'state');

/** The same of the state that these expressions name: a row's state is its payment's at an earlier moment. */
export function summaryColumns(name: string, state: string): string {
  return `id, kind, original_id, amount_minor, currency, environment, started_at, ${name} AS state_name,
    CASE ${name} WHEN 'approved' THEN json_extract(${state}, '$.chargedMinor')
      WHEN 'settled-by-person' THEN json_extract(${state}, '$.approval.chargedMinor') END AS approved_minor,
    CASE ${name} WHEN 'settled-by-person' THEN json_extract(${state}, '$.settlement.charged') ELSE 0 END AS charged_by_word`;
}

type Row = Readonly<Record<string, unknown>>;

const STATE_NAMES = {
  created: true,
  sent: true,
  cancelling: true,
  checking: true,
  approved: true,
  declined: true,
  cancelled: true,
  'timed-out': true,
  refused: true,
  unresolved: true,
  'settled-by-person': true,
} as const satisfies Record<PaymentState['name'], true>;

/** @throws DamagedPayment if this program could not have written the row. */
export function readSummary(stored: unknown): PaymentSummary {
  const row = stored as Row;
  const { id, original_id: originalId, amount_minor: amountMinor, currency, started_at: startedAt } = row;
  const { kind, environment, state_name: name, approved_minor: approvedMinor, charged_by_word: byWord } = row;
  const isReadable =
    typeof id === 'string' &&
    isKnown(kind, paymentKinds) &&
    (originalId === null || typeof originalId === 'string') &&
    isMinor(amountMinor) &&
    typeof currency === 'string' &&
    isKnown(environment, environments) &&
    typeof startedAt === 'string' &&
    isStateName(name) &&
    (isMinor(approvedMinor) || (approvedMinor === null && name !== 'approved')) &&
    (byWord === 0 || byWord === 1);
  if (!isReadable)
    throw new DamagedPayment(typeof id === 'string' ? id : '(without an id)', 'its columns or its state do not read as a payment');
  return {
    id,
    kind,
    originalId,
    amountMinor,
    currency,
    environment,
    startedAt,
    worth: { name, approvedMinor, chargedByWord: byWord === 1 },
  };
}

const isMinor = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isKnown = <T extends string>(value: unknown, known: readonly T[]): value is T => known.some((one) => one === value);
const isStateName = (value: unknown): value is PaymentState['name'] => typeof value === 'string' && Object.hasOwn(STATE_NAMES, value);
