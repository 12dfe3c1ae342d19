import type { LateApproval } from '../../shared/ipc/attention.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { isReversedInFull } from '../payments/rules/reversed.ts';
import type { LateApprovalMemory } from './ports.ts';

/**
 * Payments that were proven paid after the desk had gone on or had another verdict. Each is an alarm until the operator opens the payment,
 * also after a restart: the guest may be gone, and nothing else tells of the charge. It also ends when the money was given back in full.
 */
export function createLateApprovals(read: (paymentId: string) => PaymentView | null, memory: LateApprovalMemory) {
  const unseen = new Set<string>();
  /** Known only in this run, because they could not be stored. */
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
    /** Called once, after the runner has taken up what an earlier run left open. */
    load(): void {
      // An id may be stored without its proof, if the program was killed in between. It is shown as soon as the charge is proven again.
      for (const paymentId of memory.unseen()) unseen.add(paymentId);
    },
    add(paymentId: string): void {
      unseen.add(paymentId);
      keep(paymentId);
    },
    /** Ends the alarm if the money was given back. Tries again to store the id: if the journal was just written, the disk may have room. */
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

/** Proven by Nets. A person's word raises no alarm, because the desk knows it. */
const isProvenPaid = ({ moneyMoved, proof }: PaymentView): boolean => moneyMoved === 'yes' && proof !== 'person';

function asLateApproval(payment: PaymentView | null): LateApproval[] {
  if (payment === null || !isProvenPaid(payment) || isReversedInFull(payment)) return [];
  const { id: paymentId, kind, chargedMinor, reversedMinor, currency, reference, terminalName, beside } = payment;
  const manualEntriesMinor = beside.reduce((sum, { byHand, minor }) => (byHand ? sum + minor : sum), 0);
  return [{ paymentId, kind, chargedMinor, reversedMinor, manualEntriesMinor, currency, reference, terminalName }];
}
