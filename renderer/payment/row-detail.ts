import type { PaymentView } from '../../shared/payment.ts';
import { moneyText } from '../i18n/money-text.ts';
import { t } from '../i18n/t.ts';
import { cardText } from './card-text.ts';
import { headingText } from './headings.ts';
import { hostText } from './host-answer.ts';
import type { Meaning } from './meaning.ts';
import { chargedAgainstAsked, isOverruled } from './outcome-model.ts';
import { reversalOf } from './reversal-texts.ts';

/** The text under a row's reference: how the payment ended, in few words. */
export function rowDetail(payment: PaymentView, meaning: Meaning, ownTerminalId: string | null): string {
  const back = reversalOf(payment);
  const terminal = payment.terminalId === ownTerminalId ? null : payment.terminalName;
  return [
    payment.fromFuture ? t('today.fromFuture') : null,
    back === null ? null : t(`${back}.row`),
    rowWord(payment, meaning),
    payment.completes === null ? null : t('today.rest'),
    back === null && meaning !== 'taken-back' && payment.reversedMinor > 0
      ? t('today.refundedPartly', { sum: moneyText(payment.reversedMinor, payment.currency) })
      : null,
    payment.chargedMinor > 0 ? cardText(payment) : null,
    ...askedAndPlace(payment, meaning, terminal),
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}

/** The word of a row's meaning; it stands first. Null: its kind says it (`Palautus`, `Mitätöinti`). */
export function rowWord(payment: PaymentView, meaning: Meaning): string | null {
  const back = reversalOf(payment);
  switch (meaning) {
    case 'money-in':
      return t('today.states.approved');
    case 'money-back':
      return null;
    case 'other-card':
      return t('today.other-card');
    case 'taken-back':
      return payment.voided === 'yes' ? t('today.voided') : t('today.refunded');
    case 'part':
      return back === null ? t('today.part') : t('today.partBack');
    case 'signature':
    case 'signature-refused':
    case 'despite-cancel':
    case 'differs':
      return t(`today.${meaning}`);
    case 'late':
      if (back !== null) return t(`${back}.headings.late`);
      return isOverruled(payment) ? t('today.settledYetCharged') : t('today.late');
    case 'return-unclear':
      return payment.voided === 'unknown' ? t('today.voidUnclear') : t('today.refundUnclear');
    case 'record':
    case 'record-not':
      return recordWord(payment, meaning);
    case 'declined':
      return declinedWord(payment);
    case 'busy':
    case 'not-started':
      return headingText(payment, meaning);
    case 'cancelled-by-desk':
    case 'cancelled-by-guest':
      return t(`today.${meaning}`);
    case 'unclear':
      // An approval of nothing is none.
      return t(`today.states.${payment.state === 'approved' ? 'unresolved' : payment.state}`);
    case 'running':
    case 'cancelled':
    case 'timed-out':
      return t(`today.states.${payment.state}`);
  }
}

/** A person's verdict, with the word that it is only that. */
function recordWord(payment: PaymentView, meaning: 'record' | 'record-not'): string {
  const only = t('outcome.tags.record');
  if (payment.kind === 'manual') return `${only} · ${t('today.manual')}`;
  const verdict = meaning === 'record' ? 'charged' : 'notCharged';
  return `${only} · ${t(`today.settled.${payment.kind}.${verdict}`)}`;
}

function declinedWord({ reason }: PaymentView): string {
  const host = hostText(reason);
  const declined = t('today.states.declined');
  if (host === null) return declined;
  return `${declined}: ${'known' in host ? t(`outcome.hostShort.${host.known}`) : t('outcome.hostShort.other', host)}`;
}

/** @param elsewhere the terminal's name, if it is not this PC's. */
function askedAndPlace(payment: PaymentView, meaning: Meaning, elsewhere: string | null): readonly (string | null)[] {
  if (meaning === 'declined' || meaning === 'busy' || meaning === 'not-started') return [];
  if (payment.state !== 'approved') return payment.state === 'settled-by-person' ? [] : [elsewhere];
  const asked =
    chargedAgainstAsked(payment) === 'same' ? null : t('today.partly', { sum: moneyText(payment.amountMinor, payment.currency) });
  return [elsewhere, asked];
}
