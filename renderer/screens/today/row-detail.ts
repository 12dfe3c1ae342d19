import type { PaymentView } from '../../../shared/payment.ts';
import { moneyText } from '../../i18n/money-text.ts';
import { t } from '../../i18n/t.ts';
import { givingBackOf } from '../giving-back/giving-back-texts.ts';
import { chargedAgainstAsked, hostText, isOverruled } from '../outcome/outcome-model.ts';
import { cardText, headingText } from '../outcome/outcome-texts.ts';

/** What a row says under its reference: how it ended, in as few words as tell it. */
export function rowDetail(payment: PaymentView, ownTerminalId: string | null): string {
  const back = givingBackOf(payment);
  const kind = back === null ? (payment.voided === 'yes' ? t('today.voided') : null) : t(`${back}.row`);
  return [kind, ...parts(payment, payment.terminalId === ownTerminalId ? null : payment.terminalName)]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}

/** @param elsewhere the terminal's name, where it is not this PC's own. */
function parts(payment: PaymentView, elsewhere: string | null): readonly (string | null)[] {
  switch (payment.state) {
    case 'approved': {
      const asked =
        chargedAgainstAsked(payment) === 'same' ? null : t('today.partly', { sum: moneyText(payment.amountMinor, payment.currency) });
      return [cardText(payment) ?? (givingBackOf(payment) === null ? t('today.states.approved') : null), elsewhere, asked];
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
