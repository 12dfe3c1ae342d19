import type { LateApproval } from '../../shared/ipc/attention.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { moneyText } from '../i18n/money-text.ts';
import { t } from '../i18n/t.ts';
import { isWaiting } from './outcome-model.ts';
import { reversalOf } from './reversal-texts.ts';

/** A payment that the desk has not left: no other one can be opened until it is over. */
export const holdsWindow = (current: Pick<PaymentView, 'state' | 'released'> | null): boolean =>
  current !== null && !current.released && (isWaiting(current) || current.state === 'checking');

/** The unclear payments, except the one on the screen, which says it itself. */
export const leftUnclear = (payments: readonly PaymentView[], currentId: string | null): readonly PaymentView[] =>
  payments.filter((payment) => payment.moneyMoved === 'unknown' && payment.id !== currentId);

/**
 * `Korttia veloitettiin sittenkin: 42,00 € · R-1001 · Päätelaite I`
 * @param beforeGuest a guest sees the window: another guest's reference, which may hold a name, is left out.
 */
export function lateText(late: LateApproval, beforeGuest: boolean): string {
  const back = late.reversedMinor > 0 ? t('late.reversed', { sum: moneyText(late.reversedMinor, late.currency) }) : '';
  const facts = [moneyText(late.chargedMinor, late.currency), back, beforeGuest ? '' : late.reference, late.terminalName];
  const byHand = late.manualEntriesMinor === 0 ? '' : t('late.alsoByHand', { sum: moneyText(late.manualEntriesMinor, late.currency) });
  const known = facts.filter((fact) => fact !== null && fact !== '').join(' · ');
  return `${t(`late.${reversalOf(late) ?? 'sale'}`)}: ${[known, byHand].filter(Boolean).join(' · ')}`;
}

/**
 * How the money of an unwanted charge goes back to the guest. Never by hand at the terminal: a void there takes the latest transaction,
 * which may be anybody's.
 */
export function wayBack(
  payment: Pick<PaymentView, 'voidable' | 'refundableMinor' | 'reversing'>,
): 'void' | 'refund' | 'reversing' | 'support' {
  if (payment.voidable) return 'void';
  if (payment.refundableMinor > 0) return 'refund';
  return payment.reversing ? 'reversing' : 'support';
}
