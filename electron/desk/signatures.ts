import type { PaymentView } from '../../shared/payment.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import { daysBefore } from '../payments/rules/day.ts';
import { isReversedInFull } from '../payments/rules/reversed.ts';

/** Over a weekend with its holidays. An older slip that nobody has judged is the bookkeeper's. */
const ASKED_FOR_DAYS = 7;

/**
 * Payments whose signature still wants somebody: nobody has judged it, or it was refused and the hotel still has the guest's
 * money. They stay in sight on every screen, and one gets the window back after a restart. A refused one stays for as long as it
 * takes: until its money went back, or a named person let it stand.
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
    /** Oldest first. */
    open: (): readonly string[] => [...waiting],
  };
}

const wantsSomebody = (payment: PaymentView): boolean =>
  payment.signature === 'asked' || (payment.signature === 'refused' && !isReversedInFull(payment));
