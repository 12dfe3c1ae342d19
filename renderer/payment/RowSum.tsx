import type { PaymentView } from '../../shared/payment.ts';
import type { Look } from './looks.ts';
import { sumText } from './sums.ts';

/** The sum at the end of a row, in the form of its meaning. */
export function RowSum({ payment, look }: { readonly payment: PaymentView; readonly look: Look }) {
  const text = sumText(payment, look.sum);
  return <span className={`row-sum row-sum--${look.sum} number`}>{look.sum === 'struck' ? <s>{text}</s> : text}</span>;
}
