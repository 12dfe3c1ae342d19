import { describe, expect, it } from 'vitest';
import { fi } from '../../../renderer/i18n/fi/index.ts';
import { actionsOf, chargedAgainstAsked, headingOf, hostText, isWaiting, toneOf } from '../../../renderer/screens/outcome/outcome-model.ts';
import { type PaymentStateName, paymentStateNames } from '../../../shared/payment.ts';

const payment = (state: PaymentStateName, reason: string | null = null) =>
  ({
    state,
    reason,
    kind: 'sale',
    amountMinor: 1_250,
    chargedMinor: state === 'approved' ? 1_250 : 0,
    settlement: null,
    voided: 'no',
    givenBackMinor: 0,
  }) as const;
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

describe('an outcome', () => {
  it('is green only when approved, and never red while nobody knows', () => {
    for (const state of paymentStateNames) {
      const sale = { kind: 'sale', state, settlement: null, chargedMinor: 0, givenBackMinor: 0, proof: null, voided: 'no' } as const;
      const tone = toneOf(sale);
      expect(tone === 'paid').toBe(state === 'approved');
      // Charged and taken back is not paid, whatever the sale's own row says; a void that may have failed changes nothing.
      expect(toneOf({ ...sale, voided: 'yes' })).not.toBe('paid');
      expect(toneOf({ ...sale, voided: 'unknown' })).toBe(tone);
      if (state === 'checking' || state === 'unresolved') expect(tone).toBe('unclear');
    }
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

  it('offers the rest where less was charged than asked', () => {
    expect(actionsOf({ ...payment('approved'), chargedMinor: 1_000 })).toEqual(['rest']);
    expect(actionsOf({ ...payment('approved'), chargedMinor: 1_450 })).toEqual([]);
    expect(chargedAgainstAsked({ chargedMinor: 1_450, amountMinor: 1_250 })).toBe('more');
  });

  it('knows the bank’s common answers and names the others', () => {
    expect(hostText('host-51')).toEqual({ known: '51' });
    expect(hostText('host-14')).toEqual({ code: '14' });
    expect(hostText('host-')).toBeNull();
    expect(hostText(null)).toBeNull();
    expect(hostText('by-desk')).toBeNull();
  });
});
