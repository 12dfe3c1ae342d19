import type { PaymentView } from '../../shared/payment.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import { daysBefore } from './day.ts';

/** Over a weekend with its holidays. An older slip is the bookkeeper's. */
const ASKED_FOR_DAYS = 7;

/**
 * Payments whose signature still wants somebody: nobody has judged it, or it was refused and the void has not begun. They
 * stay in sight on every screen, and one gets the window back after a restart.
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
    load(journal: Pick<PaymentJournal, 'startedSince'>, startOfToday: string): void {
      const payments = journal.startedSince(daysBefore(startOfToday, ASKED_FOR_DAYS));
      for (const { facts, state } of payments) if (state.name === 'approved' && state.signature !== undefined) changed(facts.id);
    },
    /** Oldest first. A void may have begun since. */
    open(): readonly string[] {
      for (const paymentId of [...waiting]) changed(paymentId);
      return [...waiting];
    },
  };
}

const wantsSomebody = ({ signature, voided, voidable }: PaymentView): boolean =>
  signature === 'asked' || (signature === 'refused' && voided === 'no' && voidable);
