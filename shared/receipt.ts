import { z } from 'zod';
import { sheetLineSchema } from './paper.ts';
import { receiptCopyKinds } from './paper-kinds.ts';

const copySchema = z.object({
  /** As it would come out on this PC's paper now. */
  lines: z.array(sheetLineSchema),
  columns: z.int(),
  /** Printed or saved before: the next one is marked as a copy. */
  wasMade: z.boolean(),
});

/** Both copies of a payment's receipt, and which of them is needed first. */
export const receiptViewSchema = z.object({ customer: copySchema, merchant: copySchema, first: z.enum(receiptCopyKinds) });
export type ReceiptView = z.infer<typeof receiptViewSchema>;
