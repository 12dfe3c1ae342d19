import type { ReceiptCopyKind } from '../../shared/paper-kinds.ts';
import type { PaymentView } from '../../shared/payment.ts';
import type { ReceiptText } from '../../shared/payment-evidence.ts';

/**
 * What Nets' receipt of a payment is. `held-back`: there is a text, but what happened is not proven, so that it must not be shown to
 * anybody as a proof.
 */
export type NetsText =
  | { readonly kind: 'text'; readonly lines: readonly string[]; readonly fromLookup: boolean }
  | { readonly kind: 'held-back' | 'none' | 'none-by-hand' | 'not-started' };

/** The text of the wanted copy; else the one of a lookup, whose answer does not tell which copy it is. */
export function netsTextOf(payment: PaymentView, copy: ReceiptCopyKind, texts: readonly ReceiptText[]): NetsText {
  const own = texts.findLast((text) => text.copy === copy);
  const found = own ?? texts.findLast((text) => text.copy === 'terminal');
  if (found !== undefined)
    return isProven(payment) ? { kind: 'text', lines: found.text.split('\n'), fromLookup: own === undefined } : { kind: 'held-back' };
  if (payment.kind === 'manual') return { kind: 'none-by-hand' };
  return { kind: payment.state === 'refused' ? 'not-started' : 'none' };
}

/** Nets itself said what happened. */
const isProven = ({ proof, moneyMoved }: PaymentView): boolean => (proof === 'answer' || proof === 'lookup') && moneyMoved !== 'unknown';

/** A line of points or strokes to sign on. Dashes only part one thing from another. */
const SIGN_LINE = /^\s*[_.…]{8,}\s*$/;
export const hasSignLine = (text: NetsText): boolean => text.kind === 'text' && text.lines.some((line) => SIGN_LINE.test(line));
