import type { Environment } from '../../../shared/payment.ts';

/** Facts that are fixed when the payment begins. Amounts in minor units of `currency`. */
export type PaymentFacts = {
  readonly id: string;
  readonly orderId: string;
  readonly kind: 'sale' | 'refund' | 'void' | 'manual';
  /** The `id` in the deep link, if Willba asked for the payment. */
  readonly requestId: string | null;
  /** The payment that this one refunds or voids, whose rest it charges (a sale), or beside which it was recorded by hand. */
  readonly originalId: string | null;
  readonly amountMinor: number;
  readonly currency: string;
  readonly terminalId: string | null;
  readonly terminalName: string | null;
  readonly pointOfSale: string | null;
  readonly reference: string;
  readonly operator: string | null;
  readonly environment: Environment;
};
