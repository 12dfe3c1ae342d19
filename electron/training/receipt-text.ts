import { toDecimalString } from '../../shared/money.ts';
import { CARD_BRAND, type Dialect, localTimeStamp, type TransactionOutcome } from './result-record.ts';
import { type TerminalLanguage, terminalTexts } from './terminal-texts.ts';

export interface ReceiptContext {
  readonly terminalId: string;
  readonly language: TerminalLanguage;
  readonly dialect: Dialect;
  /** Characters in a line. */
  readonly width: number;
}

export interface Receipts {
  readonly customerReceipt: string;
  readonly merchantReceipt: string;
}

/** Both copies of a receipt as the terminal formats them: lines joined by CRLF, at most `width` characters, card number masked. */
export function receipts(kind: 'purchase' | 'returnOfGoods' | 'void', outcome: TransactionOutcome, context: ReceiptContext): Receipts {
  const texts = terminalTexts[context.language];
  const body = receiptBody(kind, outcome, context);
  const signs = outcome.verification === 'signature' && outcome.result === 0;
  const signature = signs ? ['', '', '_'.repeat(context.width), centred(texts.signature, context.width)] : [];
  const printed = (copy: string, last: readonly string[]): string =>
    [centred(copy, context.width), ...body, ...last].map((line) => line.slice(0, context.width).trimEnd()).join('\r\n');
  return { customerReceipt: printed(texts.customerCopy, []), merchantReceipt: printed(texts.merchantCopy, signature) };
}

function receiptBody(kind: 'purchase' | 'returnOfGoods' | 'void', outcome: TransactionOutcome, context: ReceiptContext): string[] {
  const texts = terminalTexts[context.language];
  const { width } = context;
  const time = localTimeStamp(outcome.endedAt).replace(/^(....)(..)(..)(..)(..)(..)$/, '$3.$2.$1 $4:$5:$6');
  const verdict = outcome.result === 0 ? (kind === 'void' ? texts.voided : texts.approved) : texts.declined;
  const amountLine = (label: string, minor: number): string =>
    spread(label, `EUR ${toDecimalString(minor, 'EUR').replace('.', ',')}`, width);
  const lines = [
    centred(texts.training, width),
    spread(texts.terminal, context.terminalId, width),
    time,
    '',
    kind === 'returnOfGoods' ? texts.refund : texts.purchase,
  ];
  if (outcome.cardSeen) {
    // A receipt shows the last four digits only, whatever the record holds.
    lines.push(spread(CARD_BRAND[context.dialect], `****${context.dialect === 'typed' ? '1234' : '4444'}`, width));
  }
  if (outcome.tipMinor > 0) lines.push(amountLine(texts.tip, outcome.tipMinor));
  if (outcome.surchargeMinor > 0) lines.push(amountLine(texts.surcharge, outcome.surchargeMinor));
  lines.push(amountLine(texts.total, outcome.totalMinor));
  if (outcome.stan !== '') lines.push(spread('STAN', outcome.stan, width));
  lines.push('', centred(verdict, width));
  if (outcome.rejection !== null) lines.push(centred(outcome.rejection.reason, width));
  return lines;
}

function centred(text: string, width: number): string {
  const room = Math.max(0, width - text.length);
  return ' '.repeat(room >> 1) + text;
}

function spread(left: string, right: string, width: number): string {
  return left + ' '.repeat(Math.max(1, width - left.length - right.length)) + right;
}
