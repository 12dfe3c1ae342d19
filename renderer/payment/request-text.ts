import type { PaymentRequest } from '../../shared/ipc/requests.ts';
import { moneyText } from '../i18n/money-text.ts';

/** One request in a line: `12,50 € · R-1001 · Matti Meikäläinen`. Without the name where another guest reads along. */
export const requestText = ({ amountMinor, currency, reference, guest }: PaymentRequest, guestReads: boolean): string =>
  [moneyText(amountMinor, currency), reference, guestReads ? '' : (guest ?? '')].filter((part) => part !== '').join(' · ');
