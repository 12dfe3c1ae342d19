import type { Approval, Rejection } from './script.ts';
import type { JsonObject } from './wire.ts';

/** What a desk asked of a terminal, as read from the POST. */
export interface Order {
  readonly orderId: string | null;
  readonly transactionType: string;
  /** Minor units, cashback included: what the card would be charged without tip and surcharge. */
  readonly amountMinor: number;
}

/** Where and when the record is made. `now` is Nets' clock. */
export interface RecordPlace {
  readonly terminalId: string;
  readonly session: number;
  readonly now: Date;
  readonly timeZone: string;
}

export function chargedTotal(approval: Approval, order: Order): number {
  return approval.totalMinor ?? order.amountMinor + approval.tipMinor + approval.surchargeMinor;
}

export function approvedRecord(approval: Approval, order: Order, stan: string, place: RecordPlace): JsonObject {
  const numbers = {
    Result: 0,
    TotalAmount: chargedTotal(approval, order),
    TipAmount: approval.tipMinor,
    SurchargeAmount: approval.surchargeMinor,
    CVM: approval.cvm,
    SessionNumber: place.session,
  };
  return {
    ...(approval.numbersAsStrings ? asStrings(numbers) : numbers),
    StanAuth: stan,
    TimeStamp: timeStamp(approval.timeStamp, place),
    TruncatedPAN: approval.card.maskedNumber,
    CardIssuerName: approval.card.brand,
    IssuerID: 3,
    AID: 'A0000000031010',
    ResponseCode: '00',
    ...whoTookIt(place),
    OptionalData: approval.optionalData,
    ...approval.recordExtra,
  };
}

/** A rejected record: amount 0, often no StanAuth, and nothing that ties it to a request. */
export function rejectedRecord(rejection: Rejection, place: RecordPlace): JsonObject {
  const numbers = { Result: 2, TotalAmount: 0, TipAmount: 0, SurchargeAmount: 0, SessionNumber: place.session };
  return {
    ...(rejection.numbersAsStrings ? asStrings(numbers) : numbers),
    StanAuth: rejection.stan,
    TimeStamp: timeStamp(rejection.timeStamp, place),
    TruncatedPAN: '',
    CardIssuerName: '',
    CVM: '',
    ResponseCode: rejection.hostCode,
    RejectionSource: rejection.source,
    RejectionReason: rejection.reason,
    ...whoTookIt(place),
    OptionalData: '',
    ...rejection.recordExtra,
  };
}

export function receiptText(title: string, place: RecordPlace): string {
  return ['HOTELLI ESIMERKKI', `TERM: ${place.terminalId}`, place.now.toISOString(), title].join('\r\n');
}

function whoTookIt(place: RecordPlace): JsonObject {
  return { TerminalID: place.terminalId, SiteID: '98765', OrganisationNumber: '1234567-8' };
}

function asStrings(numbers: Record<string, number | string>): Record<string, string> {
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)]));
}

/** Two formats: ISO 8601 ending in Z, or YYYYMMDDhhmmss in the terminal's local time, which names no zone. */
function timeStamp(format: 'iso' | 'local', place: RecordPlace): string {
  if (format === 'iso') return place.now.toISOString();
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  // Swedish writes date and time biggest part first, in 24 hours: what is left without separators is the format.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: place.timeZone, ...parts }).format(place.now).replace(/\D/g, '');
}
