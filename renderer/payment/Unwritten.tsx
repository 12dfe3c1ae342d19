import type { PaymentView } from '../../shared/payment.ts';
import { moneyText } from '../i18n/money-text.ts';
import { t } from '../i18n/t.ts';
import './unwritten.css';

/** The answer came but could not be written to the disk: it must be written on paper. */
export function Unwritten({ payment }: { readonly payment: PaymentView }) {
  const number = payment.stan === null || payment.stan === '' ? payment.orderId : payment.stan;
  return (
    <section className="unwritten" role="alert">
      <h2 className="unwritten__title">{t('outcome.unwritten.title')}</h2>
      <p>{t('outcome.unwritten.text')}</p>
      <p className="unwritten__number number">
        {number === payment.stan ? t('outcome.facts.stan') : t('outcome.facts.order')} {number}
      </p>
      <p className="number">
        {moneyText(payment.chargedMinor > 0 ? payment.chargedMinor : payment.amountMinor, payment.currency)} · {payment.terminalName} ·{' '}
        {payment.reference}
      </p>
      {number !== payment.stan && <p>{t('outcome.unwritten.none')}</p>}
    </section>
  );
}
