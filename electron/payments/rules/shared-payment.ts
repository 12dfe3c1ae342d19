import type { ExportedPayment } from '../../../shared/payment.ts';

/**
 * What the other desks of the property may know of a payment: no card, no guest's name, nobody's name at the desk. Amounts in minor units,
 * times ISO 8601 in UTC.
 */
export type SharedPayment = Pick<
  ExportedPayment,
  | 'originalId'
  | 'kind'
  | 'state'
  | 'moneyMoved'
  | 'amountMinor'
  | 'chargedMinor'
  | 'currency'
  | 'terminalId'
  | 'terminalName'
  | 'reference'
  | 'environment'
  | 'startedAt'
> & {
  readonly paymentId: string;
  /** The point of sale. */
  readonly desk: string | null;
  /** When it reached this state. */
  readonly changedAt: string;
};

/** A payment of another desk of the property, as the shared place shows it. Its reference is only compared. */
export type SeenPayment = Omit<SharedPayment, 'reference'> & { readonly referenceKey: string };

export function toSharedPayment(payment: ExportedPayment, changedAt: string): SharedPayment {
  const { id, pointOfSale, ...exported } = payment;
  const { originalId, kind, state, moneyMoved, amountMinor, chargedMinor, currency } = exported;
  const { terminalId, terminalName, reference, environment, startedAt } = exported;
  return {
    paymentId: id,
    ...{ originalId, kind, state, moneyMoved, amountMinor, chargedMinor, currency },
    ...{ terminalId, terminalName, desk: pointOfSale, reference, environment, startedAt, changedAt },
  };
}
