import type { Numbered, Post } from '../outbox/ports.ts';
import type { SharedPayment } from '../payments/rules/shared-payment.ts';

/** The newest state of a payment that the other desks do not know yet. */
export type SharedEvent = Numbered & { readonly payment: SharedPayment };

export type SharePayment = Post<SharedEvent>;
