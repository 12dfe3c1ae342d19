import type { PaymentView } from '../../shared/payment.ts';
import type { Look } from './looks.ts';
import { secondSum, sumText } from './sums.ts';

/** The payment's sum, to be read from two metres; two of them where one does not say it all. */
export function WindowSums({ payment, look }: { readonly payment: PaymentView; readonly look: Look }) {
  const second = secondSum(payment, look.sum);
  const first = <Sum text={sumText(payment, look.sum)} form={look.sum} />;
  if (second === null) return first;
  return (
    <div className="window__sums">
      <div className="window__part">
        <span className="window__label">{second.first}</span>
        {first}
      </div>
      <div className="window__part">
        <span className="window__label">{second.second}</span>
        <Sum text={second.sum} form="plain" />
      </div>
    </div>
  );
}

function Sum({ text, form }: { readonly text: string; readonly form: Look['sum'] }) {
  return <p className={`window__sum window__sum--${form} number`}>{form === 'struck' ? <s>{text}</s> : text}</p>;
}
