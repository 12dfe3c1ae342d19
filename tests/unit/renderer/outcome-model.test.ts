import { describe, expect, it } from 'vitest';
import { headingOf as headingFor } from '../../../renderer/payment/headings.ts';
import { hostText } from '../../../renderer/payment/host-answer.ts';
import { enterStartsAfresh, looks } from '../../../renderer/payment/looks.ts';
import { type Meant, meaningOf } from '../../../renderer/payment/meaning.ts';
import { actionsOf } from '../../../renderer/payment/next-actions.ts';
import { chargedAgainstAsked, holdsRefused, isRefunded, isWaiting } from '../../../renderer/payment/outcome-model.ts';
import { type PaymentStateName, paymentStateNames } from '../../../shared/payment.ts';
import { refusalReasons } from '../../../shared/reasons.ts';
import { fi } from '../../../shared/texts/fi/index.ts';

const payment = (state: PaymentStateName, reason: string | null = null) =>
  ({
    state,
    reason,
    kind: 'sale',
    amountMinor: 1_250,
    chargedMinor: state === 'approved' ? 1_250 : 0,
    tipMinor: 0,
    surchargeMinor: 0,
    restMinor: 0,
    reversedMinor: 0,
    settlement: null,
    proof: null,
    signature: null,
    voided: 'no',
    reversing: false,
    released: false,
    despiteCancel: false,
    card: null,
    originalCard: null,
  }) as const;
const headingOf = (meant: Meant) => headingFor(meant, meaningOf(meant));
const toneOf = (meant: Meant) => looks[meaningOf(meant)].tone;
const isComplete = (meant: Meant & { readonly restMinor: number }) => enterStartsAfresh(meant, meaningOf(meant));
const heading = (state: PaymentStateName, reason: string | null = null, kind: 'sale' | 'manual' = 'sale'): string =>
  fi.outcome.headings[headingOf({ ...payment(state, reason), kind })];

describe('the name of an outcome', () => {
  it.each([
    ['approved', null, 'Maksu suoritettu'],
    ['declined', 'host-51', 'Maksu hylätty'],
    ['cancelled', 'by-guest', 'Maksu peruutettu'],
    ['cancelled', 'by-desk', 'Maksu peruutettu'],
    ['timed-out', 'timeout', 'Maksu aikakatkaistiin'],
    ['refused', 'busy', 'Päätelaite on varattu'],
    ['refused', 'inactive', 'Päätelaite on epäaktiivinen'],
    ['refused', 'not-connected', 'Päätelaite ei ole yhteydessä'],
    ['refused', 'unknown-terminal', 'Päätelaite ei ole yhteydessä'],
    ['refused', 'not-sent', 'Maksua ei lähetetty'],
    ['refused', 'not-authorised', 'Kirjautuminen Netsiin ei onnistu'],
    ['checking', 'answer-lost', 'Maksun tila on epäselvä'],
    ['unresolved', 'overwritten', 'Maksun tila on epäselvä'],
    ['settled-by-person', null, 'Maksu selvitetty käsin'],
  ] as const)('%s, %s: %s', (state, reason, words) => expect(heading(state, reason)).toBe(words));

  it('calls a recorded payment by its own name', () => {
    expect(heading('settled-by-person', null, 'manual')).toBe('Maksu kirjattu käsin');
  });

  it('tells a refusal whose reason it does not know as what is certain', () => {
    expect(heading('refused', 'reason-of-a-later-version')).toBe('Maksua ei lähetetty');
  });
});

describe('a charge of another sum than was asked for', () => {
  it.each([
    ['all of it', {}, 'Maksu suoritettu', 'paid', true],
    [
      'a tip and a surcharge that explain the rest',
      { chargedMinor: 1_500, tipMinor: 200, surchargeMinor: 50 },
      'Maksu suoritettu',
      'paid',
      true,
    ],
    ['a cent less', { chargedMinor: 1_249 }, 'Osa maksettu', 'unclear', false],
    ['half of it', { chargedMinor: 625 }, 'Osa maksettu', 'unclear', false],
    ['a tip in place of what is missing', { chargedMinor: 1_250, tipMinor: 250 }, 'Osa maksettu', 'unclear', false],
    ['under half', { chargedMinor: 624 }, 'Veloitettu summa poikkeaa', 'unclear', false],
    ['a cent', { chargedMinor: 1 }, 'Veloitettu summa poikkeaa', 'unclear', false],
    ['a cent more that nothing explains', { chargedMinor: 1_251 }, 'Veloitettu summa poikkeaa', 'unclear', false],
    ['a tip that explains only a part', { chargedMinor: 1_500, tipMinor: 200 }, 'Veloitettu summa poikkeaa', 'unclear', false],
    ['a tip larger than all', { chargedMinor: 1_250, tipMinor: 2_000 }, 'Veloitettu summa poikkeaa', 'unclear', false],
    ['nothing at all, as earlier versions kept it', { chargedMinor: 0 }, 'Maksun tila on epäselvä', 'unclear', false],
  ] as const)('%s', (_, sums, words, tone, complete) => {
    const charged = { ...payment('approved'), ...sums };
    expect(fi.outcome.headings[headingOf(charged)]).toBe(words);
    expect(toneOf(charged)).toBe(tone);
    expect(isComplete(charged)).toBe(complete);
  });

  it('is never complete while a signature wants somebody', () => {
    expect(isComplete({ ...payment('approved'), signature: 'asked' })).toBe(false);
    expect(isComplete({ ...payment('approved'), signature: 'refused' })).toBe(false);
  });

  it('stays amber where Nets proved it after a person had said that there was none', () => {
    const settlement = { charged: false, by: 'Maija V.', reason: 'x', evidence: '', at: '' };
    const proven = { ...payment('settled-by-person'), settlement, chargedMinor: 700, proof: 'lookup' } as const;
    expect(toneOf(proven)).toBe('unclear');
    expect(meaningOf({ ...proven, chargedMinor: 1_250 })).toBe('late');
    expect(toneOf({ ...proven, chargedMinor: 1_250 })).toBe('unclear');
  });

  it('says so of money that goes back as well', () => {
    expect(fi.refund.headings).toMatchObject({ part: 'Osa palautettu', differs: 'Palautettu summa poikkeaa' });
  });
});

describe('an outcome', () => {
  it('is green only when approved, and never red while nobody knows', () => {
    for (const state of paymentStateNames) {
      const tone = toneOf(payment(state));
      expect(tone === 'paid').toBe(state === 'approved');
      // Charged and taken back is not paid, whatever the sale's own row says; and a void that nobody knows of leaves no green tick.
      expect(toneOf({ ...payment(state), voided: 'yes' })).not.toBe('paid');
      if (state === 'approved') expect(toneOf({ ...payment(state), voided: 'unknown' })).toBe('unclear');
      if (state === 'checking' || state === 'unresolved') expect(tone).toBe('unclear');
    }
  });

  it('is not green while a refused signature holds the guest’s money, nor once the money has gone back', () => {
    const paid = { ...payment('approved'), proof: 'answer', signature: 'refused' } as const;
    const back = { voided: 'yes', reversedMinor: 1_250 } as const;
    expect([holdsRefused(paid), toneOf(paid)]).toEqual([true, 'unclear']);
    expect([holdsRefused({ ...paid, reversedMinor: 1_249 }), toneOf({ ...paid, reversedMinor: 1_249 })]).toEqual([true, 'unclear']);
    expect([holdsRefused({ ...paid, ...back }), toneOf({ ...paid, ...back })]).toEqual([false, 'neutral']);
    expect([holdsRefused({ ...paid, signature: 'let-stand' }), toneOf({ ...paid, signature: 'let-stand' })]).toEqual([false, 'paid']);
    expect(fi.outcome.headings[headingOf({ ...paid, reversedMinor: 1_250 })]).toBe('Maksu palautettu');
    expect(fi.outcome.headings[headingOf({ ...paid, ...back })]).toBe('Maksu mitätöity');
    expect(isRefunded({ ...paid, reversedMinor: 1_250 })).toBe(true);
  });

  it('waits only while the payment is at the terminal', () => {
    expect(paymentStateNames.filter((state) => isWaiting({ state }))).toEqual(['created', 'sent', 'cancelling']);
  });

  it('offers nothing that charges while the money is unclear or taken', () => {
    for (const state of ['checking', 'unresolved', 'approved', 'settled-by-person'] as const) expect(actionsOf(payment(state))).toEqual([]);
  });

  it('offers the same terminal, another one and the hand after a sale that came to nothing', () => {
    for (const state of ['declined', 'cancelled', 'timed-out'] as const) {
      expect(actionsOf(payment(state))).toEqual(['retry', 'other-terminal', 'manual']);
    }
    expect(actionsOf(payment('refused', 'busy'))).toEqual(['retry', 'other-terminal', 'manual']);
    expect(actionsOf(payment('refused', 'inactive'))).not.toContain('retry');
  });

  it('never has a record by hand as the first way out: it moves no money', () => {
    for (const reason of refusalReasons) expect(actionsOf(payment('refused', reason))[0]).not.toBe('manual');
  });

  it('offers the rest where main says that something is left', () => {
    expect(actionsOf({ ...payment('approved'), restMinor: 250 })).toEqual(['rest']);
    expect(actionsOf({ ...payment('approved'), restMinor: 0 })).toEqual([]);
    expect(chargedAgainstAsked({ ...payment('approved'), chargedMinor: 1_450 })).toBe('more');
    expect(chargedAgainstAsked({ ...payment('approved'), chargedMinor: 1_250, tipMinor: 250 })).toBe('less');
  });

  it('knows the bank’s common answers and names the others', () => {
    expect(hostText('host-51')).toEqual({ known: '51' });
    expect(hostText('host-14')).toEqual({ code: '14' });
    expect(hostText('host-')).toBeNull();
    expect(hostText(null)).toBeNull();
    expect(hostText('by-desk')).toBeNull();
  });
});
