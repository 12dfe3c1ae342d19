import type { Elsewhere, JustCharged, SaleWarningCode } from '../../../shared/errors.ts';
import type { PaymentFacts } from '../core/facts.ts';
import { moneyMoved } from '../core/worth.ts';
import type { JournalledPayment, PaymentJournal } from '../ports.ts';
import { justCharged } from './just-charged.ts';
import { keptMinor } from './refundable.ts';
import { partsOf } from './rest.ts';

/** The warnings about a payment, and the payments that it may repeat: of this desk, of another one. */
export type Warnings = {
  readonly codes: readonly SaleWarningCode[];
  readonly justCharged: JustCharged | null;
  readonly elsewhere: Elsewhere | null;
};

/**
 * What the desk should know before it charges or records a charge. Warnings never block: guests split bills. `confirmed`: the warnings that
 * a person has already answered for this form.
 */
export function warningsFor(
  sale: {
    readonly kind: 'sale' | 'refund' | 'manual';
    readonly amountMinor: number;
    readonly reference: string;
    /** Null if no terminal is used. */
    readonly terminalId: string | null;
    readonly confirmed: readonly SaleWarningCode[];
    /** The lookup before this sale has just proven that an older payment on the terminal was paid. */
    readonly provenPaid: boolean;
    /** For a sale and a record: the payment whose rest it is. Its own family causes no warning. */
    readonly originalId: string | null;
    /** An unclear payment of today has the same sum, and one of the two has no reference. */
    readonly sameSumUnclear?: boolean;
    /** Another desk's payment for the same booking. */
    readonly elsewhere?: Elsewhere | null;
    /** The journal may have lost payments, and nobody has confirmed the message: this guest's payment may be among them. */
    readonly mayBeMissing?: boolean;
    /** A larger sale is asked about, in minor units: a slip of the finger may have added digits. */
    readonly askAboveMinor?: number | null;
  },
  journal: Pick<PaymentJournal, 'byReference' | 'byOriginal' | 'open' | 'unresolved' | 'startedSince'>,
  /** ISO 8601 in UTC. */
  now: string,
  /** False for payments of another environment, such as a test. */
  isOurs: (payment: PaymentFacts) => boolean,
): Warnings {
  const warnings: SaleWarningCode[] = sale.provenPaid ? ['older-proven-paid'] : [];
  const sameReference = journal.byReference(sale.reference).filter(({ facts }) => isOurs(facts));
  const family = sale.originalId === null ? new Set<string>() : partsOf(sale.originalId, journal);
  const others = sameReference.filter(({ facts }) => !family.has(facts.id));
  // For a refund it is expected that the payment was paid.
  if (sale.kind !== 'refund' && others.some((payment) => isPaid(payment, journal))) warnings.push('same-reference-paid');
  if (sameReference.some((payment) => moneyMoved(payment.state) === 'unknown')) warnings.push('same-reference-unclear');
  const { elsewhere = null } = sale;
  if (elsewhere !== null) warnings.push('same-reference-elsewhere');
  if (sale.sameSumUnclear === true) warnings.push('same-sum-unclear');
  const same = sale.kind === 'refund' ? null : justCharged(sale, journal, now, isOurs, family);
  // If another warning asks anyway, that question names this payment too.
  const askedAnyway = warnings.some((warning) => warning !== 'older-proven-paid');
  if (same !== null && !askedAnyway) warnings.push('same-sum-just-charged');
  const { terminalId } = sale;
  const unclear = [...journal.open(), ...journal.unresolved()];
  if (terminalId !== null && unclear.some((payment) => isOnTerminal(payment, terminalId))) warnings.push('terminal-has-unclear');
  if (sale.mayBeMissing === true) warnings.push('payments-may-be-missing');
  const { askAboveMinor = null } = sale;
  if (sale.kind === 'sale' && askAboveMinor !== null && sale.amountMinor > askAboveMinor) warnings.push('large-sum');
  return { codes: warnings.filter((warning) => !sale.confirmed.includes(warning)), justCharged: same, elsewhere };
}

/** The hotel still has the money. What was given back or voided must be paid again. */
const isPaid = (payment: JournalledPayment, journal: Pick<PaymentJournal, 'byOriginal'>): boolean =>
  payment.facts.kind === 'manual' ? moneyMoved(payment.state) === 'yes' : keptMinor(payment, journal) > 0;

const isOnTerminal = (payment: JournalledPayment, terminalId: string): boolean =>
  payment.facts.terminalId === terminalId && (payment.releasedAt !== null || payment.state.name === 'unresolved');
