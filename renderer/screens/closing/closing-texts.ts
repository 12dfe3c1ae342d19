import type { Closing } from '../../../shared/ipc/closing.ts';
import { moneyText } from '../../i18n/money-text.ts';
import { t } from '../../i18n/t.ts';

type Payment = Closing['payments'][number];
/** The kind of the running payment. A record by hand is never running. */
type Kind = 'sale' | 'refund' | 'void';

const kindOf = (closing: Closing): Kind => {
  const [first] = closing.payments;
  return first === undefined || first.kind === 'manual' ? 'sale' : first.kind;
};

export const titleOf = (closing: Closing): string =>
  closing.phase === 'reconciling' ? t('closing.reconciling.title') : t(`closing.${closing.phase}.title.${kindOf(closing)}`);
export const textOf = (closing: Closing): string =>
  closing.phase === 'reconciling' ? t('closing.reconciling.text') : t(`closing.${closing.phase}.text.${kindOf(closing)}`);

export function leaveOf(closing: Closing): string {
  if (closing.phase === 'asking') return t(`closing.leave.${kindOf(closing)}`);
  return t(closing.phase === 'charged' ? 'closing.closeNow' : 'closing.leaveUnwritten');
}

/** `12,50 € · Päätelaite I`; the charged sum as soon as it is known. */
export function lineOf({ amountMinor, chargedMinor, currency, terminalName }: Payment): { readonly sum: string; readonly place: string } {
  return { sum: moneyText(chargedMinor === 0 ? amountMinor : chargedMinor, currency), place: terminalName ?? '' };
}
