import type { LateApproval } from '../../shared/ipc.ts';
import type { PaymentView } from '../../shared/payment.ts';

/** Payments proven paid after the desk had gone on or had another verdict, until somebody opens them. */
export function createLateApprovals(read: (paymentId: string) => PaymentView | null) {
  const unseen = new Set<string>();
  return {
    add: (paymentId: string): void => void unseen.add(paymentId),
    seen: (paymentId: string): void => void unseen.delete(paymentId),
    list: (): LateApproval[] => [...unseen].flatMap((paymentId) => asLateApproval(read(paymentId))),
  };
}

function asLateApproval(payment: PaymentView | null): LateApproval[] {
  if (payment === null) return [];
  const { id: paymentId, chargedMinor, currency, reference, terminalName } = payment;
  return [{ paymentId, chargedMinor, currency, reference, terminalName }];
}
