import type { LateApproval } from '../../shared/ipc/attention.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { moneyText } from '../i18n/money-text.ts';
import { t } from '../i18n/t.ts';
import { givingBackOf } from './giving-back-texts.ts';
import { isOverruled, isRefunded, isVoided, isWaiting } from './outcome-model.ts';

/** A payment that nobody was released from: no other one can be opened until it is over. */
export const holdsWindow = (current: Pick<PaymentView, 'state' | 'released'> | null): boolean =>
  current !== null && !current.released && (isWaiting(current) || current.state === 'checking');

/** The ones that the desk left; the one in the window speaks for itself. */
export const leftUnclear = (payments: readonly PaymentView[], currentId: string | null): readonly PaymentView[] =>
  payments.filter((payment) => payment.moneyMoved === 'unknown' && payment.id !== currentId);

/**
 * `Maksu onnistuikin: 42,00 € · R-1001 · Päätelaite I`
 * @param beforeGuest the window is turned towards a guest: another guest's reference, which may hold a name, stays out.
 */
export function lateText(late: LateApproval, beforeGuest: boolean): string {
  const back = late.givenBackMinor > 0 ? t('late.givenBack', { sum: moneyText(late.givenBackMinor, late.currency) }) : '';
  const facts = [moneyText(late.chargedMinor, late.currency), back, beforeGuest ? '' : late.reference, late.terminalName];
  const byHand = late.recordedByHandMinor === 0 ? '' : t('late.alsoByHand', { sum: moneyText(late.recordedByHandMinor, late.currency) });
  const known = facts.filter((fact) => fact !== null && fact !== '').join(' · ');
  return `${t(`late.${givingBackOf(late) ?? 'sale'}`)}: ${[known, byHand].filter(Boolean).join(' · ')}`;
}

/**
 * Whether the desk had gone on, or had another verdict, when the charge was proven, and there still is a charge: once the money
 * has gone back, nothing is left to do about it.
 */
export const wasFoundLate = (payment: PaymentView, openedAsLate: string | null): boolean =>
  !isVoided(payment) && !isRefunded(payment) && cameLate(payment, openedAsLate);

const cameLate = (payment: PaymentView, openedAsLate: string | null): boolean =>
  isOverruled(payment) || (payment.state === 'approved' && (payment.released || payment.id === openedAsLate));

/**
 * How the money of a charge that nobody wanted gets back to the guest. Never by hand at the terminal: a void there takes the latest
 * transaction, whoever's it is by now.
 */
export function wayBack(payment: PaymentView): 'giveBack' | 'goingBack' | 'support' {
  if (payment.refundableMinor > 0) return 'giveBack';
  return payment.goingBack ? 'goingBack' : 'support';
}
