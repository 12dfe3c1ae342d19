import type { Today } from '../../shared/ipc.ts';
import type { PaymentView } from '../../shared/payment.ts';

/** Rows the side list carries at most; the count and the total cover the whole day. */
const LIST_LENGTH = 60;

/** Today's payments, newest first, anything unclear on top, also from earlier days. */
export function summariseToday(payments: readonly PaymentView[], sinceIso: string): Today {
  const newestFirst = [...payments].sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  const unclear = newestFirst.filter(isUnclear);
  const rest = newestFirst.filter((payment) => !isUnclear(payment) && payment.startedAt >= sinceIso);
  const counted = newestFirst.filter((payment) => payment.startedAt >= sinceIso && payment.moneyMoved === 'yes');
  return {
    payments: [...unclear, ...rest.slice(0, LIST_LENGTH)],
    count: counted.length,
    totalMinor: counted.reduce((sum, payment) => sum + signed(payment), 0),
  };
}

export const isUnclear = (payment: PaymentView): boolean => payment.moneyMoved === 'unknown';

/** Amounts are positive everywhere; the kind gives the sign. */
const signed = (payment: PaymentView): number =>
  payment.kind === 'refund' || payment.kind === 'void' ? -payment.chargedMinor : payment.chargedMinor;
