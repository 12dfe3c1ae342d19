import type { PaymentView } from '../../shared/payment.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import { daysBefore } from '../payments/rules/day.ts';
import { isReversedInFull } from '../payments/rules/reversed.ts';

/** Long enough for a weekend with holidays. An older signature that nobody has judged is a matter for bookkeeping. */
const ASKED_FOR_DAYS = 7;

/**
 * Payments whose signature still needs a decision: nobody has judged it, or it was refused and the hotel still has the guest's money. They
 * are shown on every screen, and the oldest gets the window after a restart. A refused one stays until its money is given back or a named
 * person lets it stand.
 */
export function createSignatures(read: (paymentId: string) => PaymentView | null) {
  const waiting = new Set<string>();

  function changed(paymentId: string): void {
    const view = read(paymentId);
    if (view !== null && wantsSomebody(view)) waiting.add(paymentId);
    else waiting.delete(paymentId);
  }

  return {
    changed,
    load(journal: Pick<PaymentJournal, 'unsigned'>, startOfToday: string): void {
      const askedSince = daysBefore(startOfToday, ASKED_FOR_DAYS);
      for (const { facts } of journal.unsigned(askedSince)) changed(facts.id);
    },
    /** In the order in which they became known; after a start the oldest first. */
    open: (): readonly string[] => [...waiting],
  };
}

const wantsSomebody = (payment: PaymentView): boolean =>
  payment.signature === 'asked' || (payment.signature === 'refused' && !isReversedInFull(payment));
