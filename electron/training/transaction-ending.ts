import type { Dialect, TransactionOutcome } from './result-record.ts';
import type { Charge, Ending } from './scenario.ts';
import type { LedgerReason } from './simulator-ledger.ts';
import { type TerminalLanguage, terminalTexts } from './terminal-texts.ts';

export interface EndingContext {
  readonly language: TerminalLanguage;
  readonly dialect: Dialect;
  readonly endedAt: number;
  /** Gives a new reference at each call. */
  readonly nextStan: () => string;
}

/** What the terminal knows after `ending` of a request for `askedMinor`. */
export function outcomeOf(ending: Ending, askedMinor: number, context: EndingContext): TransactionOutcome {
  const texts = terminalTexts[context.language];
  const rejected = {
    result: 2,
    // The total of a rejection is 0.
    totalMinor: 0,
    tipMinor: 0,
    surchargeMinor: 0,
    stan: '',
    endedAt: context.endedAt,
    cardSeen: false,
    verification: null,
    paidIn: 'EUR',
    responseCode: '',
  } as const;
  switch (ending.kind) {
    case 'approved':
      return {
        ...rejected,
        result: 0,
        ...chargeFor(ending.charge, askedMinor),
        stan: context.nextStan(),
        cardSeen: true,
        verification: ending.verification,
        paidIn: ending.paysIn,
        responseCode: '00',
        rejection: null,
      };
    case 'declined':
      return {
        ...rejected,
        // "Often no StanAuth": the newer firmware drops it.
        stan: context.dialect === 'typed' ? context.nextStan() : '',
        cardSeen: true,
        verification: 'pin',
        responseCode: ending.responseCode,
        rejection: { source: 'Host', reason: ending.why === 'expired-card' ? texts.expiredCard : texts.insufficientFunds },
      };
    case 'cancelled':
      return { ...rejected, rejection: { source: 'Terminal', reason: texts.cancelled } };
    case 'timed-out':
      return { ...rejected, rejection: { source: 'Terminal', reason: texts.timedOut } };
  }
}

/** The ledger's reason for an ending that charged nothing. */
export function reasonNotCharged(ending: Exclude<Ending, { kind: 'approved' }>): LedgerReason {
  switch (ending.kind) {
    case 'declined':
      return 'declined';
    case 'cancelled':
      return ending.by === 'guest' ? 'cancelled-by-guest' : 'cancelled-by-desk';
    case 'timed-out':
      return 'timed-out';
  }
}

const SURCHARGE_MINOR = 50;

function chargeFor(charge: Charge, askedMinor: number): Pick<TransactionOutcome, 'totalMinor' | 'tipMinor' | 'surchargeMinor'> {
  switch (charge) {
    case 'as-asked':
      return { totalMinor: askedMinor, tipMinor: 0, surchargeMinor: 0 };
    case 'with-tip': {
      const tipMinor = Math.max(1, (askedMinor - (askedMinor % 10)) / 10);
      return { totalMinor: askedMinor + tipMinor, tipMinor, surchargeMinor: 0 };
    }
    case 'with-surcharge':
      return { totalMinor: askedMinor + SURCHARGE_MINOR, tipMinor: 0, surchargeMinor: SURCHARGE_MINOR };
    case 'half':
      return { totalMinor: Math.max(1, (askedMinor - (askedMinor % 2)) / 2), tipMinor: 0, surchargeMinor: 0 };
  }
}
