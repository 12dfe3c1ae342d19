import { formatMoney, type Language, LOCALES } from '../../shared/money.ts';
import type { PaperBlock, PaperDocument } from '../../shared/paper.ts';
import type { ReceiptCopyKind } from '../../shared/paper-kinds.ts';
import type { PaymentView } from '../../shared/payment.ts';
import type { ReceiptText } from '../../shared/payment-evidence.ts';
import { hasSignLine, type NetsText, netsTextOf } from './nets-text.ts';
import { type ReceiptTexts, receiptTexts } from './receipt-texts.ts';
import { marksOf, sayingsOf, sumsOf } from './receipt-worth.ts';

/** Who the guest has paid. */
export type ReceiptHead = {
  readonly merchant: { readonly name: string; readonly businessId: string; readonly address: readonly string[] } | null;
  readonly property: string;
  readonly timeZone: string;
  readonly language: Language;
};

export type ReceiptOf = {
  readonly payment: PaymentView;
  /** Nets' own texts of this payment, and of no other. */
  readonly texts: readonly ReceiptText[];
  readonly copy: ReceiptCopyKind;
  /** This copy was printed or saved before. */
  readonly isFurther: boolean;
};

/**
 * A payment's receipt for paper: our head, Nets' text as it came, and what it is not. Where Nets gave no text it is our own slip, without
 * anything of the card. One whose money is not known says so in its largest letters, shows nothing of Nets, and calls itself no slip.
 */
export function receiptDocument({ payment, texts, copy, isFurther }: ReceiptOf, head: ReceiptHead): PaperDocument {
  const words = receiptTexts(head.language);
  const nets = netsTextOf(payment, copy, texts);
  const marks = [...(isFurther || isFromLookup(nets) ? [words.marks.copy] : []), ...marksOf(payment, words)];
  const environment = environmentMarks(payment, words);
  const blocks: (PaperBlock | null)[] = [
    mark(environment),
    { look: 'heading', lines: [head.merchant?.name ?? head.property] },
    centre(addressOf(head, words)),
    { look: 'heading', lines: [words.copies[copy], words.kinds[payment.kind]] },
    mark(marks),
    { look: 'rows', rows: factsOf(payment, copy, head, words) },
    { look: 'rows', rows: sumsOf(payment, words, (minor) => formatMoney(minor, payment.currency, head.language)) },
    text(sayingsOf(payment, words)),
    ...netsBlocks(nets, words),
    isToSign(payment, copy, nets) ? { look: 'sign', label: words.signature } : null,
    text([isSlip(payment) ? words.slip : words.noSlip]),
    mark(environment),
  ];
  return {
    title: `${words.kinds[payment.kind]} ${payment.orderId}`,
    language: head.language,
    blocks: blocks.filter((block) => block !== null),
  };
}

const mark = (lines: readonly string[]): PaperBlock | null => (lines.length === 0 ? null : { look: 'mark', lines: [...lines] });
const centre = (lines: readonly string[]): PaperBlock | null => (lines.length === 0 ? null : { look: 'centre', lines: [...lines] });
const text = (lines: readonly string[]): PaperBlock | null => (lines.length === 0 ? null : { look: 'text', lines: [...lines] });

const isFromLookup = (nets: NetsText): boolean => nets.kind === 'text' && nets.fromLookup;

/** Only what Nets proved to have moved money is a slip. A person's word has its proof elsewhere. */
const isSlip = ({ moneyMoved, proof }: PaymentView): boolean => moneyMoved === 'yes' && proof !== 'person';

function environmentMarks({ environment }: PaymentView, { marks }: ReceiptTexts): readonly string[] {
  return environment === 'production' ? [] : [marks[environment], marks.noMoney];
}

function addressOf({ merchant, property }: ReceiptHead, words: ReceiptTexts): string[] {
  if (merchant === null) return [];
  const place = property === merchant.name ? [] : [property];
  return [`${words.businessId} ${merchant.businessId}`, ...place, ...merchant.address];
}

function factsOf(payment: PaymentView, copy: ReceiptCopyKind, head: ReceiptHead, { rows }: ReceiptTexts): [string, string][] {
  const facts: (readonly [string, string | null])[] = [
    [rows.time, timeText(payment.endedAt ?? payment.startedAt, head.timeZone, head.language)],
    [rows.reference, payment.reference],
    [rows.terminal, payment.terminalName],
    [rows.order, payment.orderId],
    // Who was at the desk is the merchant's own business.
    [rows.operator, copy === 'merchant' ? payment.operator : null],
  ];
  return facts.flatMap(([label, value]) => (value === null || value === '' ? [] : [[label, value] as [string, string]]));
}

function netsBlocks(nets: NetsText, { nets: words }: ReceiptTexts): PaperBlock[] {
  switch (nets.kind) {
    case 'text':
      return [
        ...(nets.fromLookup ? [{ look: 'text' as const, lines: [words.fromLookup] }] : []),
        { look: 'heading', lines: [words.title] },
        { look: 'fixed', lines: [...nets.lines] },
      ];
    case 'held-back':
      return [{ look: 'text', lines: [words.heldBack] }];
    case 'none-by-hand':
      return [{ look: 'text', lines: [words.noneByHand] }];
    case 'not-started':
      return [{ look: 'text', lines: [words.noneStarted] }];
    case 'none':
      return [{ look: 'text', lines: [words.none] }];
  }
}

/** The guest's signature is still wanted, and Nets' own text has no line for it. */
const isToSign = ({ signature }: PaymentView, copy: ReceiptCopyKind, nets: NetsText): boolean =>
  copy === 'merchant' && signature === 'asked' && !hasSignLine(nets);

const DAY = { day: 'numeric', month: 'numeric', year: 'numeric' } as const;
const CLOCK = { hour: 'numeric', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;

/** `28.11.2026 9.41.07`, in English `28/11/2026 9:41:07`; in the property's time zone. */
export function timeText(iso: string, timeZone: string, language: Language): string {
  const part = (form: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(LOCALES[language], { ...form, timeZone }).format(new Date(iso));
  return `${part(DAY)} ${part(CLOCK)}`;
}

/** `2026-11-28`, in the property's time zone: for a file's name. */
export const dateText = (iso: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(iso));
