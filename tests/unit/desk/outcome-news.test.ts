import { describe, expect, it, vi } from 'vitest';
import { type OutcomeNews, outcomeNewsPart } from '../../../electron/desk/outcome-news.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { samplePayment } from '../../support/renderer-harness/sample-desk.ts';

function desk() {
  let payment: PaymentView | null = null;
  const told: OutcomeNews[] = [];
  const changed = vi.fn();
  const part = outcomeNewsPart({
    view: () => payment,
    language: () => 'fi',
    tell: (news) => told.push(news),
    changed,
  });
  const becomes = (more: Partial<PaymentView>): void => {
    payment = samplePayment({ ...payment, ...more });
    part.paymentChanged(payment.id);
  };
  return { becomes, told, part, published: () => changed.mock.calls.length };
}

const paid = { state: 'approved', chargedMinor: 12_850, moneyMoved: 'yes' } as const;

describe('the news of an outcome', () => {
  it.each([
    ['paid', [{ state: 'sent' }, paid], ['paid/paid']],
    ['paid with a tip that the guest added', [{ state: 'sent' }, { ...paid, chargedMinor: 13_850, tipMinor: 1_000 }], ['paid/paid']],
    ['less than asked', [{ state: 'sent' }, { ...paid, chargedMinor: 9_000 }], ['decide/needs-you']],
    ['a signature is to be judged', [{ state: 'sent' }, { ...paid, signature: 'asked' }], ['decide/needs-you']],
    ['paid although cancel was asked', [{ state: 'sent' }, { state: 'cancelling' }, paid], ['decide/needs-you']],
    [
      'proven paid by a lookup, although cancel was asked',
      [{ state: 'cancelling' }, { state: 'checking' }, { ...paid, despiteCancel: true }],
      ['unclear/needs-you', 'decide/needs-you'],
    ],
    [
      'refunded to another card',
      [
        { state: 'sent', kind: 'refund' },
        { ...paid, card: { brand: 'VISA', last4: '4242' }, originalCard: { brand: 'VISA', last4: '0077' } },
      ],
      ['decide/needs-you'],
    ],
    ['refunded although cancel was asked', [{ state: 'cancelling', kind: 'refund' }, paid], ['decide/needs-you']],
    ['declined', [{ state: 'sent' }, { state: 'declined' }], ['not-charged/needs-you']],
    ['refunded', [{ state: 'sent', kind: 'refund' }, paid], ['refunded/paid']],
    ['voided', [{ state: 'sent', kind: 'void' }, paid], ['voided/paid']],
    ['a refund that was refused', [{ state: 'sent', kind: 'refund' }, { state: 'refused' }], ['not-given-back/needs-you']],
    ['unclear, and then proven', [{ state: 'sent' }, { state: 'checking' }, paid], ['unclear/needs-you', 'paid/paid']],
    [
      'unclear stays unclear',
      [{ state: 'sent' }, { state: 'checking' }, { state: 'checking' }, { state: 'unresolved' }],
      ['unclear/needs-you'],
    ],
    ['proven after the desk had gone on', [{ state: 'checking' }, { ...paid, released: true }], ['decide/needs-you']],
    ['a person’s own word is no news', [{ state: 'checking' }, { state: 'settled-by-person' }], []],
    ['a payment of an earlier run is none either', [paid, { ...paid, reversedMinor: 500 }], []],
    ['nor is a record by hand', [{ state: 'settled-by-person', kind: 'manual' }], []],
  ] as const)('%s', (_name, states, news) => {
    const { becomes, told } = desk();
    for (const state of states) becomes(state);
    expect(told.map(({ what, tone }) => `${what}/${tone}`)).toEqual(news);
  });

  it('is told once, with the sum that was charged, and names nobody', () => {
    const { becomes, told, part, published } = desk();
    expect(part.slices.news()).toBeNull();
    becomes({ state: 'sent', reference: 'R-1 Mäkinen' });
    becomes({ ...paid, chargedMinor: 13_850, tipMinor: 1_000 });
    becomes({ ...paid, chargedMinor: 13_850, tipMinor: 1_000 });
    expect(told).toEqual([{ what: 'paid', tone: 'paid', amountMinor: 13_850, currency: 'EUR', environment: 'production', language: 'fi' }]);
    expect(part.slices.news()).toEqual({ number: 1, tone: 'paid' });
    expect(published()).toBe(1);
  });
});
