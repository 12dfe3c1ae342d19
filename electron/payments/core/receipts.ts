import type { PaymentEvent } from './events.ts';
import type { PaymentFacts } from './facts.ts';
import type { ReceiptTexts, WireEvidence } from './outcome.ts';

/** `terminal`: from a lookup, whose answer does not tell which copy it is. */
export type ReceiptCopy = keyof ReceiptTexts;
export type Receipt = { readonly copy: ReceiptCopy; readonly text: string };

type Row = { readonly event: PaymentEvent; readonly evidence: WireEvidence | null };

/**
 * The receipts of this payment that a row brings. A lookup shows the terminal's latest transaction, whoever made it, and an answer may be
 * about somebody else's: such a receipt belongs to another guest and is not kept.
 */
export function receiptsIn({ event, evidence }: Row, { orderId }: Pick<PaymentFacts, 'orderId'>): Receipt[] {
  const texts = evidence?.receipts;
  if (texts === undefined) return [];
  const isOurs =
    event.type === 'answered'
      ? event.outcome.kind === 'approved' || event.outcome.kind === 'rejected'
      : event.type === 'looked-up' && event.answer.kind === 'record' && event.answer.record.orderId === orderId;
  if (!isOurs) return [];
  return (['customer', 'merchant', 'terminal'] as const).flatMap((copy) => {
    const text = texts[copy];
    return text === null ? [] : [{ copy, text }];
  });
}
