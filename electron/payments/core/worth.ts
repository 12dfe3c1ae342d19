import { harmless } from '../../../shared/harmless.ts';
import type { ExportedPayment, MoneyMoved } from '../../../shared/payment.ts';
import type { ReasonCode, RefusalReason } from '../../../shared/reasons.ts';
import type { PaymentFacts } from './facts.ts';
import type { Approval } from './outcome.ts';
import type { PaymentState, StateNamed } from './state.ts';

/** The part of a state that says what happened to the money. */
export type StateWorth = {
  readonly name: PaymentState['name'];
  /** The charged sum of its approval, in minor units; null if it has none. */
  readonly approvedMinor: number | null;
  /** A named person says that it was charged. */
  readonly chargedByWord: boolean;
};

export function worthOf(state: PaymentState): StateWorth {
  const { name } = state;
  if (name === 'approved') return { name, approvedMinor: state.chargedMinor, chargedByWord: false };
  if (name !== 'settled-by-person') return { name, approvedMinor: null, chargedByWord: false };
  return { name, approvedMinor: state.approval?.chargedMinor ?? null, chargedByWord: state.settlement.charged };
}

/**
 * Whether money moved: the desk's most important question. `unknown` as long as a request may be on its way: no answer does not mean "no".
 */
export const moneyMoved = (state: PaymentState): MoneyMoved => moneyMovedBy(worthOf(state));

export function moneyMovedBy(worth: StateWorth): MoneyMoved {
  switch (worth.name) {
    case 'created':
    case 'declined':
    case 'cancelled':
    case 'timed-out':
    case 'refused':
      return 'no';
    case 'sent':
    case 'cancelling':
    case 'checking':
    case 'unresolved':
      return 'unknown';
    case 'approved':
      // An earlier version stored approvals of 0: nobody knows what they were.
      return isProven(worth) ? 'yes' : 'unknown';
    case 'settled-by-person':
      // Proof that arrives after a person's word counts more.
      return isProven(worth) || worth.chargedByWord ? 'yes' : 'no';
  }
}

/** An approval of 0 proves nothing. */
const isProven = ({ approvedMinor }: StateWorth): boolean => approvedMinor !== null && approvedMinor > 0;

/**
 * What was charged, with tip and surcharge, in minor units. After a person's "charged" it is the asked sum; if not charged or not known, 0.
 */
export function chargedMinorBy(amountMinor: number, worth: StateWorth): number {
  if (worth.name === 'approved') return worth.approvedMinor ?? 0;
  if (worth.name !== 'settled-by-person') return 0;
  return isProven(worth) ? (worth.approvedMinor ?? 0) : worth.chargedByWord ? amountMinor : 0;
}

/** What Nets proved after a person had decided. */
const provenAfterWord = (state: StateNamed<'settled-by-person'>): Approval | null => (isProven(worthOf(state)) ? state.approval : null);

/** The stable code of `interfaces.md`, or null if the state alone says it. */
export function reasonOf(state: PaymentState): ReasonCode | `host-${string}` | null {
  switch (state.name) {
    case 'refused':
      return state.reason;
    case 'cancelled':
      return state.by === 'desk' ? 'by-desk' : 'by-guest';
    case 'timed-out':
      return 'timeout';
    case 'declined':
      return state.hostCode === null || state.hostCode === '' ? null : `host-${state.hostCode}`;
    case 'checking':
    case 'unresolved':
      return state.cause;
    case 'created':
    case 'sent':
    case 'cancelling':
    case 'approved':
    case 'settled-by-person':
      return null;
  }
}

/** Whether Nets or the terminal itself refused. The others are refused by this PC or the log-in: no terminal was asked. */
const WAS_ANSWERED: Readonly<Record<RefusalReason, boolean>> = {
  busy: true,
  inactive: false,
  'not-connected': true,
  'unknown-terminal': true,
  'not-authorised': false,
  'not-sent': false,
  'not-latest': false,
};

/** What the verdict is based on: null for a refusal before anything was asked. */
export function proofOf(state: PaymentState): ExportedPayment['proof'] {
  switch (state.name) {
    case 'approved':
      return state.proof;
    case 'declined':
    case 'cancelled':
    case 'timed-out':
      return 'answer';
    case 'refused':
      return WAS_ANSWERED[state.reason] ? 'answer' : null;
    case 'settled-by-person':
      return provenAfterWord(state) === null ? 'person' : 'lookup';
    case 'created':
    case 'sent':
    case 'cancelling':
    case 'checking':
    case 'unresolved':
      return null;
  }
}

/** What was charged, as in {@link chargedMinorBy}, with the other details that are known. */
export function chargeOf(facts: PaymentFacts, state: PaymentState): Approval {
  const approval = state.name === 'approved' ? state : state.name === 'settled-by-person' ? provenAfterWord(state) : null;
  const chargedMinor = chargedMinorBy(facts.amountMinor, worthOf(state));
  if (approval !== null) {
    const { tipMinor, surchargeMinor, stan, card } = approval;
    return { chargedMinor, tipMinor, surchargeMinor, stan, card: card === null ? null : { ...card, brand: shown(card.brand) } };
  }
  return { chargedMinor, tipMinor: 0, surchargeMinor: 0, stan: null, card: null };
}

const LONGEST_NAME = 200;
/** A name from outside as one harmless line: earlier versions stored some of them unchanged. */
export const shown = (name: string): string => harmless(name, LONGEST_NAME);
