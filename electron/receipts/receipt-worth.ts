import type { PaymentView } from '../../shared/payment.ts';
import type { ReceiptTexts } from './receipt-texts.ts';

/** What a receipt says of the money: its marks, its sums and its sentences. Each is for what this PC knows now, and never a guess. */

type Sum = (minor: number) => string;

const isBack = ({ kind }: PaymentView): boolean => kind === 'refund' || kind === 'void';

/** In the largest letters: what makes this paper something else than a proof of a payment that stands. */
export function marksOf(payment: PaymentView, { marks }: ReceiptTexts): string[] {
  if (payment.moneyMoved === 'unknown') return [marks.notProof];
  if (payment.moneyMoved === 'no') {
    if (payment.kind === 'refund') return [marks.notGivenBack];
    return [payment.kind === 'void' ? marks.notVoided : marks.notPaid];
  }
  if (isBack(payment)) return [];
  if (payment.voided === 'yes') return [marks.voided];
  if (payment.reversedMinor >= payment.chargedMinor) return [marks.givenBack];
  return payment.signature === 'refused' ? [marks.signatureRefused] : [];
}

/** What was asked, what moved, and its parts. What went back to the guest has a minus. */
export function sumsOf(payment: PaymentView, { rows }: ReceiptTexts, sum: Sum): [string, string][] {
  const { kind, moneyMoved, amountMinor, chargedMinor, tipMinor, surchargeMinor, reversedMinor } = payment;
  const sign = isBack(payment) ? -1 : 1;
  const label = { sale: rows.charged, refund: rows.givenBack, void: rows.voided, manual: rows.recorded }[kind];
  if (moneyMoved === 'unknown')
    return [
      [rows.asked, sum(amountMinor)],
      [label, rows.notKnown],
    ];
  const moved: [string, string] = [label, sum(moneyMoved === 'yes' ? sign * chargedMinor : 0)];
  if (moneyMoved === 'no') return [[rows.asked, sum(amountMinor)], moved];
  return [
    ...(chargedMinor === amountMinor ? [] : [[rows.asked, sum(amountMinor)] as [string, string]]),
    ...(tipMinor > 0 ? [[rows.tip, sum(tipMinor)] as [string, string]] : []),
    ...(surchargeMinor > 0 ? [[rows.surcharge, sum(surchargeMinor)] as [string, string]] : []),
    moved,
    ...(reversedMinor > 0 && !isBack(payment) ? [[rows.givenBack, sum(-reversedMinor)] as [string, string]] : []),
  ];
}

export function sayingsOf(payment: PaymentView, { says }: ReceiptTexts): string[] {
  if (payment.moneyMoved === 'unknown') return [says[`${payment.kind === 'manual' ? 'sale' : payment.kind}Unknown`]];
  if (payment.moneyMoved === 'no') return [notMoved(payment, says)];
  return [...byWord(payment, says), ...sinceThen(payment, says)];
}

function notMoved({ kind, proof }: PaymentView, says: ReceiptTexts['says']): string {
  if (kind === 'refund') return says.refundNotDone;
  if (kind === 'void') return says.voidNotDone;
  return proof === 'person' ? says.personNot : says.notCharged;
}

function byWord({ kind, proof }: PaymentView, says: ReceiptTexts['says']): string[] {
  if (kind === 'manual') return [says.manual];
  return proof === 'person' ? [says.personCharged] : [];
}

/** What happened to a charged sale after it was charged. */
function sinceThen(payment: PaymentView, says: ReceiptTexts['says']): string[] {
  if (isBack(payment)) return [];
  if (payment.voided === 'yes') return [says.voided];
  const back = [...(payment.reversedMinor > 0 ? [says.givenBack] : []), ...(payment.reversing ? [says.reversing] : [])];
  if (payment.signature === 'refused') return [...back, says.signatureRefused];
  return payment.signature === 'let-stand' ? [...back, says.letStand] : back;
}
