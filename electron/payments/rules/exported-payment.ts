import type { ExportedPayment } from '../../../shared/payment.ts';
import { chargeOf, moneyMoved, proofOf, reasonOf, shown } from '../core/worth.ts';
import type { JournalledPayment } from '../ports.ts';

/** One payment for the export (`interfaces.md`). Amounts in minor units. */
export function toExportedPayment(payment: JournalledPayment): ExportedPayment {
  const { facts, state } = payment;
  const charge = chargeOf(facts, state);
  return {
    id: facts.id,
    orderId: facts.orderId,
    requestId: facts.requestId,
    originalId: facts.originalId,
    kind: facts.kind,
    state: state.name,
    moneyMoved: moneyMoved(state),
    released: payment.releasedAt !== null,
    amountMinor: facts.amountMinor,
    chargedMinor: charge.chargedMinor,
    tipMinor: charge.tipMinor,
    surchargeMinor: charge.surchargeMinor,
    currency: facts.currency,
    terminalId: facts.terminalId,
    terminalName: facts.terminalName === null ? null : shown(facts.terminalName),
    pointOfSale: facts.pointOfSale,
    reference: facts.reference,
    operator: facts.operator,
    stan: charge.stan,
    card: charge.card,
    reason: reasonOf(state),
    proof: proofOf(state),
    settlement: state.name === 'settled-by-person' ? state.settlement : null,
    environment: facts.environment,
    startedAt: payment.startedAt,
    endedAt: payment.endedAt,
  };
}
