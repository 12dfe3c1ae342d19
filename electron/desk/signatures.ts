import type { PaymentView } from '../../shared/payment.ts';
import type { JournalledPayment } from '../payments/ports.ts';

/**
 * Payments whose signature still wants somebody: nobody has judged it, or it was refused and the void has not begun. They
 * get the window back after a restart, and when it is free.
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
    load(payments: readonly JournalledPayment[]): void {
      for (const { facts, state } of payments) if (state.name === 'approved' && state.signature !== undefined) changed(facts.id);
    },
    /** The oldest one, or null. A void may have begun since. */
    next(): string | null {
      for (const paymentId of [...waiting]) changed(paymentId);
      return waiting.values().next().value ?? null;
    },
  };
}

/** The guest stands at the desk with the receipt: nothing else comes before this. */
export const isAsked = (view: PaymentView | null): boolean => view !== null && view.signature === 'asked';

const wantsSomebody = (view: PaymentView): boolean =>
  isAsked(view) || (view.signature === 'refused' && view.voided === 'no' && view.voidable);
