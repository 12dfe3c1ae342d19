import type { LateApproval } from '../../shared/ipc/attention.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { isReversedInFull } from '../payments/rules/reversed.ts';
import type { LateApprovalMemory } from './ports.ts';

/**
 * Payments proven paid after the desk had gone on or had another verdict, until somebody opens them, over restarts too:
 * the guest is gone, and this is the last word that anybody hears of the charge. What cannot be kept is known for this run. One
 * whose money has gone back is told no more: there is no charge to hear of.
 */
export function createLateApprovals(read: (paymentId: string) => PaymentView | null, memory: LateApprovalMemory) {
  const unseen = new Set<string>();
  /** Not on disk: it was full, or refused. */
  const unkept = new Set<string>();

  function keep(paymentId: string): void {
    if (memory.keep(paymentId)) unkept.delete(paymentId);
    else unkept.add(paymentId);
  }

  function seen(paymentId: string): void {
    if (!unseen.delete(paymentId)) return;
    unkept.delete(paymentId);
    memory.forget(paymentId);
  }

  return {
    /** Once, after the runner took up what an earlier run left open. */
    load(): void {
      // Also one that was kept, and killed before its proof was journalled: it is told as soon as it is proven again.
      for (const paymentId of memory.unseen()) unseen.add(paymentId);
    },
    add(paymentId: string): void {
      unseen.add(paymentId);
      keep(paymentId);
    },
    /** Its row reached the journal, perhaps by room that was freed for it: then there is room for this as well. Or its money went back. */
    changed(paymentId: string): void {
      const payment = unseen.has(paymentId) ? read(paymentId) : null;
      if (payment !== null && isReversedInFull(payment)) seen(paymentId);
      if (unkept.has(paymentId)) keep(paymentId);
    },
    seen,
    ids: (): readonly string[] => [...unseen],
    list: (): LateApproval[] => [...unseen].flatMap((paymentId) => asLateApproval(read(paymentId))),
  };
}

/** By Nets: a person's word surprises nobody. */
const isProvenPaid = ({ moneyMoved, proof }: PaymentView): boolean => moneyMoved === 'yes' && proof !== 'person';

function asLateApproval(payment: PaymentView | null): LateApproval[] {
  if (payment === null || !isProvenPaid(payment) || isReversedInFull(payment)) return [];
  const { id: paymentId, kind, chargedMinor, reversedMinor, currency, reference, terminalName, beside } = payment;
  const manualEntriesMinor = beside.reduce((sum, { byHand, minor }) => (byHand ? sum + minor : sum), 0);
  return [{ paymentId, kind, chargedMinor, reversedMinor, manualEntriesMinor, currency, reference, terminalName }];
}
