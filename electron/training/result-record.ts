import type { Verification } from './scenario.ts';

/**
 * Two generations of firmware; every training session meets both.
 * - `typed`: numbers as numbers, ISO time with Z, CVM filled in.
 * - `stringly`: numbers as strings, local time without a zone, CVM empty for contactless and PIN.
 */
export type Dialect = 'typed' | 'stringly';

/** What a terminal knows about a finished transaction. Amounts in minor units. */
export interface TransactionOutcome {
  readonly result: 0 | 2 | 99;
  readonly totalMinor: number;
  readonly tipMinor: number;
  readonly surchargeMinor: number;
  /** Empty if the issuer was not asked. */
  readonly stan: string;
  /** Milliseconds since 1970, by the simulator's clock. */
  readonly endedAt: number;
  readonly cardSeen: boolean;
  readonly verification: Verification | null;
  readonly paidIn: 'EUR' | 'SEK';
  readonly responseCode: string;
  readonly rejection: { readonly source: 'Host' | 'Terminal'; readonly reason: string } | null;
}

export interface RecordContext {
  readonly terminalId: string;
  readonly dialect: Dialect;
  readonly sessionNumber: number;
}

const CVM: Record<Verification, number> = { pin: 0, signature: 1, none: 2, 'consumer-device': 4 };

/** The two forms in which Nets sends a masked card number. They show no more digits than Nets does. */
const TRUNCATED_PAN: Record<Dialect, string> = { typed: '************1234', stringly: '541333******4444' };
export const CARD_BRAND: Record<Dialect, string> = { typed: 'VISA', stringly: 'MASTERCARD' };

/** `localModeEventArgs`, as this terminal's firmware writes it. */
export function resultRecord(outcome: TransactionOutcome, context: RecordContext): Record<string, unknown> {
  const { dialect } = context;
  const number = (value: number): number | string => (dialect === 'typed' ? value : String(value));
  return {
    Result: number(outcome.result),
    TotalAmount: number(outcome.totalMinor),
    TipAmount: number(outcome.tipMinor),
    SurchargeAmount: number(outcome.surchargeMinor),
    StanAuth: outcome.stan,
    TimeStamp: dialect === 'typed' ? new Date(outcome.endedAt).toISOString() : localTimeStamp(outcome.endedAt),
    TruncatedPAN: outcome.cardSeen ? TRUNCATED_PAN[dialect] : '',
    CardIssuerName: outcome.cardSeen ? CARD_BRAND[dialect] : '',
    IssuerID: number(outcome.cardSeen ? 3 : 0),
    AID: outcome.cardSeen ? (dialect === 'typed' ? 'A0000000031010' : 'A0000000041010') : '',
    CVM: verificationMember(outcome.verification, dialect),
    ResponseCode: outcome.responseCode,
    RejectionSource: outcome.rejection?.source ?? '',
    RejectionReason: outcome.rejection?.reason ?? '',
    SessionNumber: number(context.sessionNumber),
    TerminalID: context.terminalId,
    SiteID: '700001',
    OrganisationNumber: '12345678',
    OptionalData: optionalData(outcome, dialect),
    // Nets adds unknown members without notice.
    AcquiringTraceId: null,
    Extension: { version: 3, notes: ['harjoittelu'] },
  };
}

function verificationMember(verification: Verification | null, dialect: Dialect): number | string {
  // The program must ask for a signature, so even the firmware without other codes sends this one.
  if (verification === null || (dialect === 'stringly' && verification !== 'signature')) return '';
  return CVM[verification];
}

function optionalData({ paidIn, totalMinor }: TransactionOutcome, dialect: Dialect): string {
  if (paidIn === 'SEK') return JSON.stringify({ od: { dcc: { ccura: 'SEK', cam: String(kronorMinor(totalMinor)) } } });
  return dialect === 'typed' ? JSON.stringify({ od: { ver: '1.01' } }) : '';
}

/** With an invented rate of 11.4, in whole öre. */
function kronorMinor(euroMinor: number): number {
  const tenths = euroMinor * 114;
  return (tenths - (tenths % 10)) / 10;
}

const helsinki = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Helsinki',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `YYYYMMDDhhmmss` in the terminal's local time, without a zone. */
export function localTimeStamp(at: number): string {
  // The Swedish form is 2026-11-23 10:00:09, which already has this order.
  return helsinki.format(at).replace(/\D/g, '');
}
