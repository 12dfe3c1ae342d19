import { judgeSum } from '../../shared/charged-sum.ts';
import type { NewsTone } from '../../shared/ipc/news.ts';
import type { Language } from '../../shared/money.ts';
import { isOtherCard } from '../../shared/other-card.ts';
import type { Environment, PaymentStateName, PaymentView } from '../../shared/payment.ts';
import type { Part } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';

/** What somebody who looks elsewhere must hear. `decide`: money moved, and somebody has to look at it. */
export type NewsWord = 'paid' | 'refunded' | 'voided' | 'not-charged' | 'not-given-back' | 'unclear' | 'decide';

/** An outcome for people outside the window: what happened and the sum, and nothing about the guest. */
export type OutcomeNews = {
  readonly what: NewsWord;
  readonly tone: NewsTone;
  readonly amountMinor: number;
  readonly currency: string;
  readonly environment: Environment;
  readonly language: Language;
};

/** Only where nothing is left to be done does it sound like "paid". */
const toneOf = (what: NewsWord): NewsTone => (what === 'paid' || what === 'refunded' || what === 'voided' ? 'paid' : 'needs-you');

type Seen = Pick<
  PaymentView,
  | 'kind'
  | 'state'
  | 'amountMinor'
  | 'chargedMinor'
  | 'tipMinor'
  | 'surchargeMinor'
  | 'signature'
  | 'released'
  | 'despiteCancel'
  | 'card'
  | 'originalCard'
>;

/** Null while the terminal is still asked. */
export function newsOf(payment: Seen, before: PaymentStateName): NewsWord | null {
  switch (payment.state) {
    case 'created':
    case 'sent':
    case 'cancelling':
      return null;
    case 'checking':
    case 'unresolved':
      return 'unclear';
    case 'approved': {
      if (payment.kind === 'void') return 'voided';
      if (judgeSum(payment) !== 'as-asked' || payment.signature === 'asked') return 'decide';
      // The desk wanted to stop it, also where its end was proven later, or has gone on with another guest: it must look before it goes on.
      if (before === 'cancelling' || payment.despiteCancel || payment.released) return 'decide';
      if (payment.kind === 'refund') return isOtherCard(payment) ? 'decide' : 'refunded';
      return 'paid';
    }
    case 'declined':
    case 'cancelled':
    case 'timed-out':
    case 'refused':
      return payment.kind === 'refund' || payment.kind === 'void' ? 'not-given-back' : 'not-charged';
    case 'settled-by-person':
      return null;
  }
}

/** Notices when a payment that was under way in this run has an outcome, or another one than before. */
export function outcomeNewsPart(parts: {
  readonly view: (paymentId: string) => PaymentView | null;
  readonly language: () => Language;
  readonly tell: (news: OutcomeNews) => void;
  readonly changed: Changed;
}) {
  /** Payments whose end is not told yet, by the state that was seen last. */
  const underWay = new Map<string, PaymentStateName>();
  let last: { readonly number: number; readonly tone: NewsTone } | null = null;

  function follow(payment: PaymentView): void {
    const before = underWay.get(payment.id);
    const isOver = payment.state !== 'checking' && payment.state !== 'unresolved';
    const what = newsOf(payment, before ?? payment.state);
    if (what !== null && isOver) underWay.delete(payment.id);
    else underWay.set(payment.id, payment.state);
    if (payment.state === 'settled-by-person') underWay.delete(payment.id);
    if (before === undefined || what === null || what === newsOf({ ...payment, state: before }, before)) return;
    const { amountMinor, chargedMinor, currency, environment } = payment;
    const tone = toneOf(what);
    last = { number: (last?.number ?? 0) + 1, tone };
    parts.changed('news');
    parts.tell({ ...{ what, tone, currency, environment }, amountMinor: chargedMinor || amountMinor, language: parts.language() });
  }

  return {
    slices: { news: () => last },
    paymentChanged(paymentId: string) {
      const payment = parts.view(paymentId);
      if (payment !== null && payment.kind !== 'manual') follow(payment);
    },
  } satisfies Part;
}
