import type { PaymentView } from '../../shared/payment.ts';
import type { PaymentState } from '../payments/core/state.ts';
import type { Clock, JournalledPayment, PaymentJournal } from '../payments/ports.ts';
import { besideOf } from '../payments/rules/beside.ts';
import { type Day, latestCredible } from '../payments/rules/day.ts';
import { toExportedPayment } from '../payments/rules/exported-payment.ts';
import { offeredVerdict } from '../payments/rules/offer.ts';
import { refundableMinor } from '../payments/rules/refundable.ts';
import { familyView } from '../payments/rules/rest.ts';
import { reversedMinor } from '../payments/rules/reversed.ts';
import { isSameMoney } from '../payments/rules/same-money.ts';
import { isVoidable, mayBeReversing, voidedAs } from '../payments/rules/voidable.ts';
import { liveView } from '../payments/runner/live-view.ts';
import { canLookUp } from '../payments/runner/lookups.ts';
import type { PaymentRunner } from '../payments/runner/runner.ts';
import { askOnce } from './ask-once.ts';

export type PaymentViews = ReturnType<typeof createPaymentViews>;

/** What the guest paid in their own currency (DCC), if Nets proved the payment. */
function provenDcc(state: PaymentState): PaymentView['dcc'] {
  const approval = state.name === 'approved' ? state : state.name === 'settled-by-person' ? state.approval : null;
  return approval?.dcc ?? null;
}

/** The card that a refund should go back to. */
function originalCard({ facts }: JournalledPayment, journal: Pick<PaymentJournal, 'byId'>): PaymentView['originalCard'] {
  const sale = facts.kind === 'refund' && facts.originalId !== null ? journal.byId(facts.originalId) : null;
  return sale === null ? null : toExportedPayment(sale).card;
}

/**
 * Payments as the window sees them. A running payment is read from the runner, because it may know more than the disk (an answer that could
 * not be written yet), all others from the journal. Durations are in milliseconds and end at the moment of the call.
 */
export function createPaymentViews(parts: {
  readonly runner: Pick<PaymentRunner, 'find' | 'owesJournal'>;
  readonly journal: Omit<PaymentJournal, 'create' | 'append'>;
  readonly clock: Pick<Clock, 'elapsed' | 'wallTime'>;
  readonly today: () => Day;
  /** The property's time zone, for times of Nets without one. */
  readonly timeZone: () => string;
  /** This desk's currency, and whether its money is real. */
  readonly here: () => Parameters<typeof isSameMoney>[1];
}) {
  const { runner, clock } = parts;

  /** Makes views of this moment. The returned function must be used at once and not be kept. */
  function now(): (paymentId: string) => PaymentView | null {
    const journal = askOnce(parts.journal);
    return (paymentId) => {
      const run = runner.find(paymentId);
      const payment = run ?? journal.byId(paymentId);
      if (payment === null) return null;
      const ours = isSameMoney(payment.facts, parts.here());
      return {
        ...toExportedPayment(payment),
        live: run === null ? null : liveView(run, clock.elapsed()),
        hint: payment.state.name === 'checking' || payment.state.name === 'unresolved' ? payment.state.hint : null,
        canLookUp: run !== null && canLookUp(run),
        offer: offeredVerdict(payment, parts.timeZone()),
        voidable: ours && isVoidable(payment, journal, parts.today()),
        voided: voidedAs(payment, journal),
        dcc: provenDcc(payment.state),
        signature: (payment.state.name === 'approved' ? payment.state.signature : null) ?? null,
        originalCard: originalCard(payment, journal),
        despiteCancel: payment.state.name === 'approved' && journal.cancelAsked(paymentId),
        reversedMinor: reversedMinor(payment, journal),
        reversing: mayBeReversing(payment, journal),
        ...familyView(payment, journal, ours),
        beside: besideOf(payment, journal),
        refundableMinor: ours ? refundableMinor(payment, journal) : 0,
        letStand: (payment.state.name === 'approved' ? payment.state.letStand : null) ?? null,
        fromFuture: payment.startedAt > latestCredible(clock.wallTime()),
        unwritten: runner.owesJournal(paymentId),
      };
    };
  }

  return {
    /** From the runner if it runs this payment, otherwise from the journal. */
    find: (paymentId: string): JournalledPayment | null => runner.find(paymentId) ?? parts.journal.byId(paymentId),

    now,
    one: (paymentId: string): PaymentView | null => now()(paymentId),
  };
}
