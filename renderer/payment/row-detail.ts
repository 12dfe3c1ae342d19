import { judgeSum } from '../../shared/charged-sum.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { moneyText } from '../i18n/money-text.ts';
import { t } from '../i18n/t.ts';
import { hostText } from './host-answer.ts';
import { chargedAgainstAsked, isOverruled, isRefunded } from './outcome-model.ts';
import { cardText, headingText } from './outcome-texts.ts';
import { reversalOf } from './reversal-texts.ts';

/** The text under a row's reference: how the payment ended, in few words. */
export function rowDetail(payment: PaymentView, ownTerminalId: string | null): string {
  const back = reversalOf(payment);
  const terminal = payment.terminalId === ownTerminalId ? null : payment.terminalName;
  return [
    payment.fromFuture ? t('today.fromFuture') : null,
    back === null ? worthNow(payment) : t(`${back}.row`),
    ...parts(payment, terminal),
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}

/** What happened to a sale's money since; null if nothing did. */
function worthNow(payment: PaymentView): string | null {
  if (payment.voided === 'yes') return t('today.voided');
  if (isRefunded(payment)) return t('today.refunded');
  if (payment.voided === 'unknown') return t('today.voidUnclear');
  if (payment.signature === 'refused') return t('today.signatureRefused');
  if (payment.reversedMinor > 0) return t('today.refundedPartly', { sum: moneyText(payment.reversedMinor, payment.currency) });
  return payment.completes === null ? null : t('today.rest');
}

/** Says that another sum was charged than asked; it stands before all other words. */
function sumWord(payment: PaymentView): string | null {
  const sum = judgeSum(payment);
  if (payment.voided === 'yes' || isRefunded(payment) || sum === 'as-asked') return null;
  if (sum === 'differs') return t('today.differs');
  return reversalOf(payment) === null ? t('today.part') : t('today.partBack');
}

/** @param elsewhere the terminal's name, if it is not this PC's. */
function parts(payment: PaymentView, elsewhere: string | null): readonly (string | null)[] {
  switch (payment.state) {
    case 'approved': {
      const asked =
        chargedAgainstAsked(payment) === 'same' ? null : t('today.partly', { sum: moneyText(payment.amountMinor, payment.currency) });
      return [sumWord(payment), cardText(payment) ?? (reversalOf(payment) === null ? t('today.states.approved') : null), elsewhere, asked];
    }
    case 'declined': {
      const host = hostText(payment.reason);
      const declined = t('today.states.declined');
      if (host === null) return [declined];
      return [`${declined}: ${'known' in host ? t(`outcome.hostShort.${host.known}`) : t('outcome.hostShort.other', host)}`];
    }
    case 'refused':
      return [headingText(payment)];
    case 'settled-by-person':
      if (payment.kind === 'manual') return [t('today.manual'), cardText(payment)];
      if (isOverruled(payment)) return [t('today.settledYetCharged'), cardText(payment)];
      return [t('today.states.settled-by-person'), cardText(payment)];
    default:
      return [t(`today.states.${payment.state}`), elsewhere];
  }
}
