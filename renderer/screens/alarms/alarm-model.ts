import type { LateApproval } from '../../../shared/ipc.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { moneyText } from '../../i18n/money-text.ts';
import { t } from '../../i18n/t.ts';
import { givingBackOf } from '../giving-back/giving-back-texts.ts';
import { isOverruled, isWaiting } from '../outcome/outcome-model.ts';

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
  const facts = [moneyText(late.chargedMinor, late.currency), beforeGuest ? '' : late.reference, late.terminalName];
  const known = facts.filter((fact) => fact !== null && fact !== '').join(' · ');
  return `${t(`late.${givingBackOf(late) ?? 'sale'}`)}: ${known}`;
}

/** Whether the desk had gone on, or had another verdict, when the charge was proven. */
export const wasFoundLate = (payment: PaymentView, openedAsLate: string | null): boolean =>
  isOverruled(payment) || (payment.state === 'approved' && (payment.released || payment.id === openedAsLate));
