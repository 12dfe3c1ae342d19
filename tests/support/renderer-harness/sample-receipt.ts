import type { SheetLine } from '../../../shared/paper.ts';
import type { ReceiptView } from '../../../shared/receipt.ts';

const plain = (text: string): SheetLine => ({ text, look: 'plain' });
const strong = (text: string): SheetLine => ({ text, look: 'strong' });

const head = [
  strong('     Esimerkki Hotelliosakeyhtiö'),
  plain('           Y-tunnus 1234567-8'),
  plain('              Rantatie 1'),
  plain('            00100 Helsinki'),
  plain(''),
];
const facts = [
  plain(''),
  plain('Aika                 23.11.2026 9.42.31'),
  plain('Viite                  R-2044 · Mäkinen'),
  plain('Päätelaite                 Päätelaite I'),
  plain('Tilausnumero             W3K9-2044-7H2M'),
  plain(''),
  plain('Veloitettu                     128,50 €'),
  plain(''),
];
const nets = [
  strong('             Netsin kuitti'),
  plain('PÄÄTE           71000001'),
  plain('23.11.2026 09:42:31'),
  plain(''),
  plain('OSTO'),
  plain('VISA            ****1234'),
  plain('YHTEENSÄ      EUR 128,50'),
  plain('STAN              000123'),
  plain(''),
  plain('       HYVÄKSYTTY'),
  plain(''),
];
const foot = [plain('Tämä on maksutosite, ei ALV-kuitti.'), plain('ALV-kuitti on Willban lasku.')];
const sign = [plain(''), plain(''), plain('_'.repeat(40)), plain('             Allekirjoitus'), plain('')];

/** A paid sale's receipt as main lays it out on 80 mm. */
export const sampleReceipt: ReceiptView = {
  customer: {
    lines: [...head, strong('            ASIAKKAAN KUITTI'), strong('              Korttimaksu'), ...facts, ...nets, ...foot],
    columns: 40,
    wasMade: false,
  },
  merchant: {
    lines: [...head, strong('             MYYJÄN KUITTI'), strong('              Korttimaksu'), ...facts, ...nets, ...foot],
    columns: 40,
    wasMade: true,
  },
  first: 'customer',
};

export const receiptToSign: ReceiptView = {
  ...sampleReceipt,
  merchant: { ...sampleReceipt.merchant, lines: [...sampleReceipt.merchant.lines, ...sign], wasMade: false },
  first: 'merchant',
};
