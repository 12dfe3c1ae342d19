import { z } from 'zod';
import { receiptCopyKinds } from '../paper-kinds.ts';
import { receiptViewSchema } from '../receipt.ts';
import { idSchema } from './fields.ts';
import type { Subject } from './subject.ts';

const oneCopy = z.object({ paymentId: idSchema, copy: z.enum(receiptCopyKinds) });

/** A payment's receipt on paper, and as a PDF. */
export const receipts = {
  commands: {
    receipt: { input: z.object({ paymentId: idSchema }), output: receiptViewSchema },
    /** `unknown`: nobody said whether it was printed, so it counts as printed. */
    printReceipt: { input: oneCopy, output: z.object({ outcome: z.enum(['printed', 'unknown', 'cancelled']) }) },
    /** The system's dialog asks where. */
    saveReceiptPdf: { input: oneCopy, output: z.object({ outcome: z.enum(['saved', 'cancelled']) }) },
  },
  slices: {},
} as const satisfies Subject;
