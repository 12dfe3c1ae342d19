import type { PaymentView } from './payment.ts';

/** The money went to another card than was charged. Where one of the numbers is not known, nothing is said. */
export const isOtherCard = ({ card, originalCard }: Pick<PaymentView, 'card' | 'originalCard'>): boolean =>
  typeof card?.last4 === 'string' && typeof originalCard?.last4 === 'string' && card.last4 !== originalCard.last4;
