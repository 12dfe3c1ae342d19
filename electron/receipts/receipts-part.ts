import type { PosErrorCode } from '../../shared/errors.ts';
import type { ReceiptCopyKind } from '../../shared/paper-kinds.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Refuse } from '../desk/refusals.ts';
import type { Printing } from '../paper/printing.ts';
import type { Part } from '../program/part.ts';
import type { ReceiptPrint, ReceiptPrints } from './ports.ts';
import type { Ready, ReadyParts } from './ready-receipt.ts';

export type ReceiptParts = ReadyParts & {
  /** The payment as the desk sees it now; null if there is none. */
  readonly find: (paymentId: string) => PaymentView | null;
  readonly operator: () => string | null;
  readonly prints: ReceiptPrints;
  readonly printing: Printing;
  readonly wallTime: () => string;
  readonly refuse: Refuse;
};

/** A payment's receipt, shown, printed and saved. What is loaded for it is loaded when the first one is asked for. */
export function receiptsPart(parts: ReceiptParts) {
  const { refuse, printing } = parts;
  return {
    commands: {
      async receipt({ paymentId }: { readonly paymentId: string }) {
        const { viewOf } = await loadReceipts();
        const payment = parts.find(paymentId);
        return payment === null ? refuse('payment-unknown') : ok(viewOf(payment, parts));
      },
      async printReceipt(asked: Asked) {
        const printed = await make(asked, 'printer', parts, ({ document }) => printing.print(document));
        return printed.ok ? ok({ outcome: printed.value }) : refuse(printed.error);
      },
      async saveReceiptPdf(asked: Asked) {
        const saved = await make(asked, 'pdf', parts, ({ document, fileName }) => printing.savePdf(document, fileName));
        return saved.ok ? ok({ outcome: saved.value }) : refuse(saved.error);
      },
    },
  } satisfies Part;
}

const loadReceipts = () => import('./ready-receipt.ts');

type Asked = { readonly paymentId: string; readonly copy: ReceiptCopyKind };

/** Its money may still be moving while somebody reads: there is no receipt before its end. */
const isRunning = ({ state }: PaymentView): boolean => state === 'created' || state === 'sent' || state === 'cancelling';

/** Records the print before it begins and after it has ended, and makes it. */
async function make<T extends string>(
  { paymentId, copy }: Asked,
  how: ReceiptPrint['how'],
  parts: ReceiptParts,
  run: (ready: Ready) => Promise<Result<T, PosErrorCode>>,
): Promise<Result<T, PosErrorCode>> {
  const receipts = await loadReceipts();
  // From reading what was made until this one is recorded nothing is awaited: of two presses at once only one makes an original.
  const payment = parts.find(paymentId);
  if (payment === null) return failed('payment-unknown');
  if (isRunning(payment)) return failed('not-possible-now');
  const ready = receipts.readyOf(payment, copy, parts);
  const begun = parts.prints.begin({ paymentId, copy, how, at: parts.wallTime(), by: parts.operator() });
  if (!begun.ok) return failed('print-not-recorded');
  const made = await run(ready);
  const end = !made.ok || made.value === 'cancelled' ? 'not-made' : made.value === 'unknown' ? 'unknown' : 'made';
  parts.prints.end(begun.value, end, parts.wallTime());
  return made;
}
