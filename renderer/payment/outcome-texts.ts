import type { PaymentView } from '../../shared/payment.ts';
import { foreignMoneyText, moneyText } from '../i18n/money-text.ts';
import { t } from '../i18n/t.ts';
import { wasFullTime } from '../time/countdown.ts';
import { hostText } from './host-answer.ts';
import { chargedAgainstAsked, isOverruled, isRefunded, isVoided, refusalReason } from './outcome-model.ts';
import { reversalMoney, reversalNext, reversalOf, reversalWhy } from './reversal-texts.ts';

/** What happened to the money. In every outcome this is said first. */
export function moneySentence(payment: PaymentView): string {
  const back = reversalOf(payment);
  if (back !== null) return reversalMoney(back, payment);
  const sum = (minor: number): string => moneyText(minor, payment.currency);
  if (isVoided(payment)) return t('outcome.money.voided', { sum: sum(payment.chargedMinor) });
  if (isRefunded(payment)) return t('outcome.money.refunded', { sum: sum(payment.chargedMinor) });
  const charge = chargeSentence(payment, sum);
  return payment.reversedMinor > 0 ? `${charge} ${t('outcome.money.refundedPartly', { sum: sum(payment.reversedMinor) })}` : charge;
}

function chargeSentence(payment: PaymentView, sum: (minor: number) => string): string {
  switch (payment.state) {
    case 'approved': {
      const amounts = { charged: sum(payment.chargedMinor), asked: sum(payment.amountMinor) };
      const compared = chargedAgainstAsked(payment);
      if (payment.chargedMinor <= 0) return t('outcome.money.maybe');
      if (compared === 'same') return t('outcome.money.charged', { sum: amounts.charged });
      if (compared === 'more') return t('outcome.money.more', amounts);
      // The rest that is still missing; 0 if it has been paid or can no longer be charged.
      if (payment.restMinor === 0) return t('outcome.money.more', amounts);
      return t('outcome.money.less', { ...amounts, rest: sum(payment.restMinor) });
    }
    case 'settled-by-person':
      if (payment.kind === 'manual') return t('outcome.money.recorded', { sum: sum(payment.chargedMinor) });
      if (isOverruled(payment)) return t('outcome.money.settledYetCharged', { sum: sum(payment.chargedMinor) });
      return payment.settlement?.charged === false
        ? t('outcome.money.settledNot')
        : t('outcome.money.settledCharged', { sum: sum(payment.chargedMinor) });
    case 'declined':
    case 'cancelled':
    case 'timed-out':
    case 'refused':
      return t('outcome.money.notCharged');
    case 'created':
    case 'sent':
    case 'cancelling':
    case 'checking':
    case 'unresolved':
      return t('outcome.money.maybe');
  }
}

/** Says that the guest paid in another currency; null if in the property's. */
export function dccSentence({ kind, dcc, currency }: Pick<PaymentView, 'kind' | 'dcc' | 'currency'>): string | null {
  if (kind !== 'sale' || dcc === null || dcc.currency === currency) return null;
  const sum = dcc.amountMinor === null ? dcc.currency : foreignMoneyText(dcc.amountMinor, dcc.currency);
  return t('outcome.money.dcc', { sum });
}

/** Why the payment ended like this; null if there is nothing to say. */
export function whySentence(payment: PaymentView): string | null {
  const back = reversalOf(payment);
  const ofBack = back === null ? null : reversalWhy(back, payment);
  if (ofBack !== null) return ofBack;
  switch (payment.state) {
    case 'approved':
      return payment.proof === 'lookup' ? t('outcome.why.provenByLookup') : null;
    case 'declined': {
      const host = hostText(payment.reason);
      if (host === null) return t('outcome.host.none');
      return 'known' in host ? t(`outcome.host.${host.known}`) : t('outcome.host.other', host);
    }
    case 'cancelled':
      if (payment.reason === 'by-desk') return t('outcome.why.byDesk');
      return payment.reason === 'by-guest' ? t('outcome.why.byGuest') : t('outcome.why.cancelled');
    case 'timed-out':
      return t(wasFullTime(payment) ? 'outcome.why.timeout' : 'outcome.why.timeoutEarly');
    case 'settled-by-person':
      if (!isOverruled(payment) || payment.settlement === null) return null;
      return t('outcome.why.provenAfterSettling', { by: payment.settlement.by, reason: payment.settlement.reason });
    case 'refused':
      return t(`outcome.why.refused.${refusalReason(payment)}`);
    default:
      return null;
  }
}

/** What to do after an answer of the bank or terminal. Some of them are not about the guest's card. */
const nextByHost = {
  '05': 'otherCard',
  '1A': 'pinOrChip',
  '51': 'otherCard',
  '54': 'otherCard',
  '55': 'pinAgain',
  '61': 'otherCard',
  '65': 'pinOrChip',
  '87': 'dayClose',
  '90': 'dayClose',
  '91': 'laterOrOther',
} as const;

/** What to do now; null if nothing is wrong. */
export function nextSentence(payment: PaymentView): string | null {
  const back = reversalOf(payment);
  if (back !== null) return reversalNext(back, payment);
  switch (payment.state) {
    case 'declined': {
      const host = hostText(payment.reason);
      return t(`outcome.next.${host !== null && 'known' in host ? nextByHost[host.known] : 'otherCard'}`);
    }
    case 'cancelled':
      return t('outcome.next.again');
    case 'timed-out':
      return t('outcome.next.withinTime');
    case 'refused': {
      const reason = refusalReason(payment);
      if (reason === 'unknown-terminal') return t('outcome.next.refused.unknown-terminal', { id: payment.terminalId ?? '–' });
      return t(`outcome.next.refused.${reason}`);
    }
    default:
      return null;
  }
}
