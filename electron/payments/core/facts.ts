import type { Environment } from '../../../shared/payment.ts';

/** What was true when the payment began and never changes after. Amounts are minor units of `currency`. */
export type PaymentFacts = {
  readonly id: string;
  readonly orderId: string;
  readonly kind: 'sale' | 'refund' | 'void' | 'manual';
  /** The deep link's `id`, when Willba asked. */
  readonly requestId: string | null;
  /** The payment that this one refunds or voids, whose rest it is (a sale), or beside which it was recorded by hand. */
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
