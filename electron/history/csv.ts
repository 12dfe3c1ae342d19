import { csvCell } from '../../shared/csv-cell.ts';
import { minorDigits } from '../../shared/currency.ts';
import { toDecimalString } from '../../shared/money.ts';
import type { ExportedPayment } from '../../shared/payment.ts';

/** The columns, in the order of the exported payment (`interfaces.md`); its card and its settlement take a column for each member. */
export const csvColumns = [
  'id',
  'orderId',
  'requestId',
  'originalId',
  'kind',
  'state',
  'moneyMoved',
  'released',
  'amount',
  'charged',
  'tip',
  'surcharge',
  'currency',
  'terminalId',
  'terminalName',
  'pointOfSale',
  'reference',
  'operator',
  'stan',
  'cardBrand',
  'cardLast4',
  'reason',
  'proof',
  'settlementCharged',
  'settlementBy',
  'settlementReason',
  'settlementEvidence',
  'settlementAt',
  'environment',
  'startedAt',
  'endedAt',
] as const;
export type CsvColumn = (typeof csvColumns)[number];

/** So that a spreadsheet takes the file for UTF-8. */
export const CSV_BEGIN = '\ufeff';
const END_OF_LINE = '\r\n';

export const csvHead = (names: Readonly<Record<CsvColumn, string>>): string => line(csvColumns.map((column) => text(names[column])));

/** One payment as a line. Sums in whole units of the currency with a decimal comma, times in the property's zone. */
export function csvLine(payment: ExportedPayment, timeZone: string): string {
  const { currency, card, settlement } = payment;
  const sum = (minor: number): string => toDecimalString(minor, currency).replace('.', minorDigits(currency) === 0 ? '' : ',');
  const at = (iso: string | null): string => (iso === null ? '' : dateAndTime(iso, timeZone));
  const cells: Record<CsvColumn, string> = {
    id: text(payment.id),
    orderId: text(payment.orderId),
    requestId: text(payment.requestId),
    originalId: text(payment.originalId),
    kind: payment.kind,
    state: payment.state,
    moneyMoved: payment.moneyMoved,
    released: String(payment.released),
    amount: sum(payment.amountMinor),
    charged: sum(payment.chargedMinor),
    tip: sum(payment.tipMinor),
    surcharge: sum(payment.surchargeMinor),
    currency: text(currency),
    terminalId: text(payment.terminalId),
    terminalName: text(payment.terminalName),
    pointOfSale: text(payment.pointOfSale),
    reference: text(payment.reference),
    operator: text(payment.operator),
    stan: text(payment.stan),
    cardBrand: text(card?.brand ?? null),
    cardLast4: text(card?.last4 ?? null),
    reason: text(payment.reason),
    proof: text(payment.proof),
    settlementCharged: settlement === null ? '' : String(settlement.charged),
    settlementBy: text(settlement?.by ?? null),
    settlementReason: text(settlement?.reason ?? null),
    settlementEvidence: text(settlement?.evidence ?? null),
    settlementAt: at(settlement?.at ?? null),
    environment: payment.environment,
    startedAt: at(payment.startedAt),
    endedAt: at(payment.endedAt),
  };
  return line(csvColumns.map((column) => cells[column]));
}

const line = (cells: readonly string[]): string => cells.join(';') + END_OF_LINE;

const text = (value: string | null): string => (value === null ? '' : csvCell(value));

const formatters = new Map<string, Intl.DateTimeFormat>();

/** `23.11.2026 10.00.00`. A moment that nobody can read stays as it is. */
function dateAndTime(iso: string, timeZone: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return text(iso);
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' });
    formatters.set(timeZone, formatter);
  }
  const parts = new Map(formatter.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return `${part('day')}.${part('month')}.${part('year')} ${part('hour')}.${part('minute')}.${part('second')}`;
}
