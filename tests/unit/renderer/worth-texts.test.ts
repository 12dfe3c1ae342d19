import { describe, expect, it } from 'vitest';
import { lateText, wayBack } from '../../../renderer/payment/alarm-model.ts';
import { meaningOf } from '../../../renderer/payment/meaning.ts';
import { moneySentence, whySentence } from '../../../renderer/payment/outcome-texts.ts';
import { rowDetail } from '../../../renderer/payment/row-detail.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { fi } from '../../../shared/texts/fi/index.ts';
import { approved, notCharged } from '../../support/renderer-harness/sample-desk.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const sale = (more: Partial<PaymentView> = {}): PaymentView => approved({ amountMinor: 5_500, refundableMinor: 5_500, ...more });
const row = (more: Partial<PaymentView>): string => plain(rowDetail(sale(more), meaningOf(sale(more)), '71000001'));
const said = (more: Partial<PaymentView>): string => plain(moneySentence(sale(more)));

describe('what became of a payment’s money', () => {
  it('is said where it is opened', () => {
    expect(said({ reversedMinor: 4_000 })).toBe('Veloitettu 55,00 €. Tästä on palautettu 40,00 €.');
    expect(said({ reversedMinor: 5_500 })).toBe('Veloitettu 55,00 € ja palautettu kokonaan.');
    expect(said({ reversedMinor: 5_500, voided: 'yes' })).toBe('Veloitettu 55,00 € ja mitätöity kokonaan.');
  });

  it('is said with both sums where more or less went back than was asked', () => {
    expect(said({ kind: 'refund' })).toBe('Kortille palautettu 55,00 €.');
    expect(said({ kind: 'refund', chargedMinor: 4_000 })).toBe('Palautettu 40,00 € · pyydetty 55,00 €');
    expect(said({ kind: 'refund', chargedMinor: 6_000 })).toBe('Palautettu 60,00 € · pyydetty 55,00 €');
    expect(said({ kind: 'void', chargedMinor: 4_000 })).toBe('Mitätöity 40,00 € · pyydetty 55,00 €');
  });

  it('is said in its row', () => {
    expect(row({ voided: 'yes', reversedMinor: 5_500 })).toContain('Mitätöity');
    expect(row({ voided: 'unknown' })).toContain('Mitätöinti epäselvä');
    expect(row({ reversedMinor: 5_500 })).toContain('Palautettu kokonaan');
    expect(row({ reversedMinor: 4_000 })).toContain('palautettu 40,00 €');
    expect(row({ signature: 'refused' })).toContain('Allekirjoitus hylätty');
    expect(row({ fromFuture: true })).toContain('Aika tulevaisuudessa: koneen kello oli väärässä');
  });
});

describe('why nobody paid', () => {
  const timedOut = (seconds: number, kind: 'sale' | 'refund') =>
    whySentence(
      notCharged('timed-out', 'timeout', {
        kind,
        startedAt: '2026-11-23T07:42:10.000Z',
        endedAt: new Date(Date.parse('2026-11-23T07:42:10.000Z') + seconds * 1000).toISOString(),
      }),
    );

  it.each(['sale', 'refund'] as const)('is told as 120 seconds only where they went by (%s)', (kind) => {
    expect(timedOut(121, kind)).toContain('120 sekunnin');
    expect(timedOut(15, kind)).toContain('päätelaite lopetti odottamisen');
    expect(timedOut(15, kind)).not.toContain('120');
  });
});

describe('what is advised about a charge that was found late', () => {
  const late = {
    paymentId: 'p',
    kind: 'sale',
    chargedMinor: 4_200,
    reversedMinor: 2_000,
    manualEntriesMinor: 0,
    currency: 'EUR',
    reference: '',
    terminalName: null,
  } as const;

  it('says what has gone back of it, and nothing once all of it has', () => {
    expect(plain(lateText(late, false))).toBe('Korttia veloitettiin sittenkin: 42,00 € · palautettu 20,00 €');
    const found = sale({ released: true });
    expect(meaningOf(found)).toBe('late');
    expect(meaningOf({ ...found, voided: 'yes', reversedMinor: 5_500 })).toBe('taken-back');
    expect(meaningOf({ ...found, reversedMinor: 5_500 }, true)).toBe('taken-back');
  });

  it('never sends anybody to the terminal, where a void hits the latest transaction, whoever’s it is', () => {
    expect(wayBack(sale())).toBe('refund');
    expect(wayBack(sale({ voidable: true }))).toBe('void');
    expect(wayBack(sale({ refundableMinor: 0, reversing: true }))).toBe('reversing');
    expect(wayBack(sale({ refundableMinor: 0 }))).toBe('support');
    for (const text of Object.values(fi.late.giveBack.late)) expect(text).not.toMatch(/mitätöi .*päätelaitteella/i);
  });
});
