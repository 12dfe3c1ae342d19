import type { PaperDocument } from '../../shared/paper.ts';
import type { PaperKind, ReceiptCopyKind } from '../../shared/paper-kinds.ts';
import type { PaymentView } from '../../shared/payment.ts';
import type { ReceiptText } from '../../shared/payment-evidence.ts';
import type { ReceiptView } from '../../shared/receipt.ts';
import { fileNameOf } from '../paper/file-name.ts';
import { layOut } from '../paper/layout.ts';
import type { ReceiptPrints } from './ports.ts';
import { dateText, type ReceiptHead, receiptDocument } from './receipt-document.ts';
import { receiptTexts } from './receipt-texts.ts';

export type ReadyParts = {
  /** Nets' own texts of this payment, and of no other. */
  readonly texts: (paymentId: string) => readonly ReceiptText[];
  readonly head: () => ReceiptHead;
  readonly prints: Pick<ReceiptPrints, 'wasMade'>;
  readonly paper: () => PaperKind;
};

export type Ready = { readonly document: PaperDocument; readonly fileName: string };

/** A payment's receipt as it would be printed at this moment, and the name that its file would have. */
export function readyOf(payment: PaymentView, copy: ReceiptCopyKind, { texts, head: headNow, prints }: ReadyParts): Ready {
  const head = headNow();
  const isFurther = prints.wasMade(payment.id, copy);
  const document = receiptDocument({ payment, texts: texts(payment.id), copy, isFurther }, head);
  const date = dateText(payment.endedAt ?? payment.startedAt, head.timeZone);
  return { document, fileName: fileNameOf(receiptTexts(head.language).file, [date, payment.reference, payment.orderId], 'pdf') };
}

/** Both copies as they would come out now, for the window. */
export function viewOf(payment: PaymentView, parts: ReadyParts): ReceiptView {
  const one = (copy: ReceiptCopyKind): ReceiptView['customer'] => {
    const { lines, columns } = layOut(readyOf(payment, copy, parts).document, parts.paper());
    return { lines: [...lines], columns, wasMade: parts.prints.wasMade(payment.id, copy) };
  };
  return { customer: one('customer'), merchant: one('merchant'), first: payment.signature === 'asked' ? 'merchant' : 'customer' };
}
