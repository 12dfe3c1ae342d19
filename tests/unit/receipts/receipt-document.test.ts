import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptReceipt } from '../../../electron/masking/kept-receipt.ts';
import { layOut } from '../../../electron/paper/layout.ts';
import { type ReceiptHead, type ReceiptOf, receiptDocument, timeText } from '../../../electron/receipts/receipt-document.ts';
import type { PaperDocument } from '../../../shared/paper.ts';
import { paperKinds } from '../../../shared/paper-kinds.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import type { ReceiptText } from '../../../shared/payment-evidence.ts';
import { approved, notCharged, recorded, samplePayment, settledBy } from '../../support/renderer-harness/sample-desk.ts';

const head: ReceiptHead = {
  merchant: { name: 'Esimerkki Oy', businessId: '1234567-8', address: ['Rantatie 1', '00100 Helsinki'] },
  property: 'Hotelli Esimerkki',
  timeZone: 'Europe/Helsinki',
  language: 'fi',
};
const NETS = ['   ASIAKKAAN KAPPALE', 'OSTO', 'YHTEENSÄ      EUR 128,50', '', '      HYVÄKSYTTY'];
const texts: readonly ReceiptText[] = [
  { copy: 'customer', text: NETS.join('\n') },
  { copy: 'merchant', text: 'MYYJÄN KAPPALE\n________________' },
];
const seen: ReceiptText = { copy: 'terminal', text: 'TERMINAALIN KUITTI' };

const make = (payment: PaymentView, more: Partial<ReceiptOf> = {}): PaperDocument =>
  receiptDocument({ payment, texts, copy: 'customer', isFurther: false, ...more }, head);
/** Everything on it, as it comes out on 80 mm. */
const printed = (document: PaperDocument): string[] => layOut(document, '80').lines.map(({ text }) => text);
const squeezed = (document: PaperDocument): string => printed(document).join(' ').replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
const marksIn = ({ blocks }: PaperDocument): string[] => blocks.flatMap((block) => (block.look === 'mark' ? block.lines : []));
const looksIn = ({ blocks }: PaperDocument): string[] => blocks.map(({ look }) => look);

const SLIP = 'Tämä on maksutosite';
const NO_SLIP = 'Tämä ei ole tosite maksusta';

describe('a paid sale', () => {
  it('has our head, Nets’ lines as they came, and says what it is not', () => {
    const document = make(approved({ reference: 'R-2044', chargedMinor: 12_850 }));
    const lines = printed(document);
    expect(lines.map((line) => line.trim()).slice(0, 4)).toEqual(['Esimerkki Oy', 'Y-tunnus 1234567-8', 'Hotelli Esimerkki', 'Rantatie 1']);
    const at = lines.indexOf(NETS[0] ?? '');
    expect(lines.slice(at, at + NETS.length)).toEqual(NETS);
    const said = squeezed(document);
    expect(said).toContain('ASIAKKAAN KUITTI');
    expect(said).toContain('Aika 23.11.2026 9.42.31');
    expect(said).toContain('Viite R-2044');
    expect(said).toContain('Veloitettu 128,50 €');
    expect(said).toContain(`${SLIP}, ei ALV-kuitti. ALV-kuitti on Willban lasku.`);
    expect(marksIn(document)).toEqual([]);
    expect(said).not.toContain('Maija');
  });

  it('has the merchant’s own text and who was at the desk on the merchant’s copy', () => {
    const said = squeezed(make(approved({ operator: 'Maija V.' }), { copy: 'merchant' }));
    expect(said).toContain('MYYJÄN KUITTI');
    expect(said).toContain('MYYJÄN KAPPALE');
    expect(said).toContain('Kassalla Maija V.');
    expect(said).not.toContain('HYVÄKSYTTY');
  });

  it('says KOPIO on each further one', () => {
    expect(marksIn(make(approved(), { isFurther: true }))).toEqual(['KOPIO']);
  });

  it('says KOPIO where a lookup brought the text, and that nobody knows whose copy it is', () => {
    const document = make(approved({ proof: 'lookup' }), { texts: [seen] });
    expect(marksIn(document)).toEqual(['KOPIO']);
    expect(squeezed(document)).toContain('jäljennös. Se ei kerro, kumman kappale se on.');
    expect(squeezed(document)).toContain('TERMINAALIN KUITTI');
  });

  it('is our own slip where Nets gave no text, and has nothing of the card', () => {
    const document = make(approved({ card: { brand: 'VISA', last4: '1234' }, stan: '004711' }), { texts: [] });
    const said = squeezed(document);
    expect(said).toContain('Netsin kuittitekstiä ei ole: päätelaite tulosti kuitin itse');
    expect(said).toContain('Veloitettu 128,50 €');
    expect(said).not.toMatch(/VISA|1234 |004711|STAN/);
    expect(looksIn(document)).not.toContain('fixed');
  });

  it('has the property’s name where the file named no merchant', () => {
    const document = receiptDocument({ payment: approved(), texts, copy: 'customer', isFurther: false }, { ...head, merchant: null });
    expect(printed(document)[0]?.trim()).toBe('Hotelli Esimerkki');
    expect(squeezed(document)).not.toContain('Y-tunnus');
  });

  it('shows tip and surcharge, and what was asked where another sum was charged', () => {
    const said = squeezed(make(approved({ amountMinor: 12_500, chargedMinor: 14_000, tipMinor: 1_000, surchargeMinor: 500 })));
    expect(said).toContain('Pyydetty 125,00 € Juomaraha 10,00 € Korttimaksulisä 5,00 € Veloitettu 140,00 €');
  });
});

describe('what was not charged', () => {
  it('a decline is printable, and says that nothing was charged', () => {
    const document = make(notCharged('declined', 'host-51'), { texts: [{ copy: 'customer', text: 'HYLÄTTY\nKate ei riitä' }] });
    expect(marksIn(document)).toEqual(['EI MAKSETTU']);
    const said = squeezed(document);
    expect(said).toContain('Pyydetty 128,50 € Veloitettu 0,00 €');
    expect(said).toContain('Korttia ei veloitettu.');
    expect(said).toContain('HYLÄTTY Kate ei riitä');
    expect(said).toContain(NO_SLIP);
  });

  it('a sale that never began has no text of Nets, and says why', () => {
    expect(squeezed(make(notCharged('refused', 'busy', { proof: 'answer' }), { texts: [] }))).toContain('maksu ei alkanut päätelaitteella');
  });
});

describe('what is not known', () => {
  const unknown: readonly PaymentView[] = [
    samplePayment({ state: 'checking', moneyMoved: 'unknown', proof: null }),
    samplePayment({ state: 'unresolved', moneyMoved: 'unknown', proof: null }),
    // An earlier version stored approvals of nothing.
    approved({ moneyMoved: 'unknown', chargedMinor: 0 }),
  ];

  it.each(unknown.map((payment) => [payment.state, payment] as const))('%s never looks like a proof', (_state, payment) => {
    for (const copy of ['customer', 'merchant'] as const) {
      const document = make(payment, { copy, texts: [...texts, seen] });
      const said = squeezed(document);
      expect(marksIn(document)).toEqual(['EI TODISTE MAKSUSTA']);
      expect(said).toContain('Korttia on voitu veloittaa');
      expect(said).toContain('Veloitettu ei tiedossa');
      expect(said).toContain('Netsin kuittia ei tulosteta');
      expect(said).toContain(NO_SLIP);
      expect(said).not.toContain(SLIP);
      expect(said).not.toMatch(/HYVÄKSYTTY|TERMINAALIN|Veloitettu 1/);
    }
  });

  it.each(['refund', 'void'] as const)('nor a %s', (kind) => {
    const document = make(samplePayment({ kind, state: 'unresolved', moneyMoved: 'unknown', proof: null }));
    expect(marksIn(document)).toEqual(['EI TODISTE MAKSUSTA']);
    expect(squeezed(document)).toContain('ei tiedossa');
    expect(squeezed(document)).not.toContain('HYVÄKSYTTY');
  });
});

describe('money that goes back', () => {
  it('a refund has its own word, and a minus', () => {
    const said = squeezed(make(approved({ kind: 'refund', amountMinor: 5_000, chargedMinor: 5_000 })));
    expect(said).toContain('Palautus kortille');
    expect(said).toContain('Palautettu −50,00 €');
    expect(said).not.toContain('Veloitettu');
  });

  it('so has a void', () => {
    const said = squeezed(make(approved({ kind: 'void' })));
    expect(said).toContain('Maksun mitätöinti');
    expect(said).toContain('Mitätöity −128,50 €');
  });

  it('one that did not happen says so', () => {
    const refund = make(notCharged('declined', null, { kind: 'refund' }));
    expect(marksIn(refund)).toEqual(['RAHAA EI PALAUTETTU']);
    expect(squeezed(refund)).toContain('Palautettu 0,00 €');
    expect(squeezed(make(notCharged('refused', 'not-latest', { kind: 'void' })))).toContain('veloitus on yhä voimassa');
  });

  it('a sale that was voided or given back no longer looks like one that stands', () => {
    expect(marksIn(make(approved({ voided: 'yes', reversedMinor: 12_850 })))).toEqual(['MITÄTÖITY']);
    expect(marksIn(make(approved({ reversedMinor: 12_850 })))).toEqual(['PALAUTETTU']);
    const partly = make(approved({ reversedMinor: 2_850 }));
    expect(marksIn(partly)).toEqual([]);
    expect(squeezed(partly)).toContain('Veloitettu 128,50 € Palautettu −28,50 €');
    expect(squeezed(make(approved({ reversing: true, voided: 'unknown' })))).toContain('kesken tai epäselvä');
  });
});

describe('a person’s word', () => {
  it('a record by hand says that the terminal’s receipt is the proof', () => {
    const said = squeezed(make(recorded(), { texts: [] }));
    expect(said).toContain('Kirjattu 128,50 €');
    expect(said).toContain('tämä ohjelma ei veloittanut korttia');
    expect(said).toContain(NO_SLIP);
    expect(said).not.toContain('1881');
  });

  it('a settled sale is no proof of Nets, whatever was said', () => {
    const open = samplePayment({ state: 'unresolved', moneyMoved: 'unknown' });
    const charged = settledBy(open, {
      paymentId: 'x',
      by: 'Maija',
      reason: 'x',
      verdict: { charged: true, receipt: '1', lastFour: '1881' },
    });
    expect(squeezed(make(charged, { texts: [seen] }))).toContain('Nets ei ole vahvistanut');
    expect(squeezed(make(charged, { texts: [seen] }))).toContain(NO_SLIP);
    const not = settledBy(open, { paymentId: 'x', by: 'Maija', reason: 'x', verdict: { charged: false } });
    expect(marksIn(make(not))).toEqual(['EI MAKSETTU']);
  });
});

describe('a signature', () => {
  const asked = approved({ signature: 'asked' });

  it('has a line to sign on the merchant’s copy alone, where Nets’ text has none', () => {
    const lineless: readonly ReceiptText[] = [{ copy: 'merchant', text: 'MYYJÄN KAPPALE\n--------------' }];
    expect(looksIn(make(asked, { copy: 'merchant', texts: lineless }))).toContain('sign');
    expect(looksIn(make(asked, { copy: 'merchant', texts: [] }))).toContain('sign');
    expect(looksIn(make(asked, { copy: 'merchant' }))).not.toContain('sign');
    expect(looksIn(make(asked, { copy: 'customer', texts: [] }))).not.toContain('sign');
    expect(looksIn(make(approved({ signature: 'accepted' }), { copy: 'merchant', texts: [] }))).not.toContain('sign');
  });

  it('that was refused is the first thing to read', () => {
    expect(marksIn(make(approved({ signature: 'refused' })))).toEqual(['ALLEKIRJOITUSTA EI HYVÄKSYTTY']);
    expect(squeezed(make(approved({ signature: 'let-stand' })))).toContain('jätettiin voimaan');
  });
});

describe('where no money moves at all', () => {
  it.each([
    ['training', 'HARJOITTELU'],
    ['test', 'TESTI'],
  ] as const)('%s is marked first and last on every paper', (environment, word) => {
    for (const payment of [approved({ environment }), notCharged('declined', null, { environment }), recorded({ environment })]) {
      const { blocks } = make(payment);
      const whole = { look: 'mark', lines: [word, 'RAHA EI SIIRRY'] };
      expect(blocks[0]).toEqual(whole);
      expect(blocks.at(-1)).toEqual(whole);
    }
  });
});

describe('Nets’ text', () => {
  it.each(paperKinds)('stands on paper line by line as the journal keeps it: %s', (paper) => {
    const raw = fc.string({
      unit: fc.constantFrom('\r\n', '\n', '\f', '\t', ' ', '  ', '\u001b[1m', '\u202e', 'Ä', 'ö', 'A', '7', '4', '€', '<b>', '&', '_', '*'),
      maxLength: 120,
    });
    fc.assert(
      fc.property(raw, (came) => {
        const kept = keptReceipt(came) ?? '';
        fc.pre(kept !== '' && kept.split('\n').every((line) => line.length <= 32));
        const sheet = layOut(make(approved(), { texts: [{ copy: 'customer', text: kept }] }), paper);
        const lines = sheet.lines.map(({ text }) => text);
        const wanted = kept.split('\n');
        const places = lines.flatMap((line, at) => (line.trim() === 'Netsin kuitti' ? [at + 1] : []));
        expect(places.map((at) => lines.slice(at, at + wanted.length))).toContainEqual(wanted);
      }),
    );
  });

  it('has no card number left when it comes to paper', () => {
    const kept = keptReceipt('KORTTI 4242 4242 4242 4242\r\nOK') ?? '';
    expect(squeezed(make(approved(), { texts: [{ copy: 'customer', text: kept }] }))).not.toContain('4242 4242');
  });
});

describe('the time', () => {
  it('is the property’s, in winter and in summer', () => {
    expect(timeText('2026-11-23T10:00:09.120Z', 'Europe/Helsinki', 'fi')).toBe('23.11.2026 12.00.09');
    expect(timeText('2026-07-01T22:30:00.000Z', 'Europe/Helsinki', 'fi')).toBe('2.7.2026 1.30.00');
    expect(timeText('2026-11-23T10:00:09.120Z', 'Atlantic/Reykjavik', 'fi')).toBe('23.11.2026 10.00.09');
  });
});
