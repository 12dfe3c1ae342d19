import type { Completes } from '../../shared/payment.ts';
import { moneyText } from '../i18n/money-text.ts';
import { t } from '../i18n/t.ts';

/** `Loput maksusta R-1001: 60,00 € maksettu, 40,00 € jäljellä` */
export function completesText({ reference, currency, paidMinor, leftMinor }: Completes): string {
  const sums = { paid: moneyText(paidMinor, currency), left: moneyText(leftMinor, currency) };
  return reference === '' ? t('sale.completesNameless', sums) : t('sale.completes', { reference, ...sums });
}
