import { z } from 'zod';
import { besideSchema, hintSchema, paymentStateNames } from './payment.ts';

/** What each row of the journal is about; the same names as the core's events. */
export const evidenceKinds = [
  'started',
  'original-looked-up',
  'cleared',
  'stopped-before-sending',
  'request-written',
  'answered',
  'cancel-asked',
  'cancel-answered',
  'deadline-passed',
  'given-up',
  'lookup-due',
  'looked-up',
  'busy-wait-over',
  'restarted',
  'released',
  'overwritten',
  'settled',
  'signature-judged',
  'signature-let-stand',
] as const;

/**
 * What the row proves. `no-proof`: a lookup that reached Nets and proved nothing; `why` says the reason. `shown`: before a void, its sale
 * was still the terminal's latest transaction.
 */
export const verdicts = [
  'approved',
  'rejected',
  'refused',
  'unknown',
  'no-proof',
  'not-reached',
  'taken',
  'not-taken',
  'shown',
  'not-shown',
  'accepted',
  'not-accepted',
  'let-stand',
] as const;

/** One answer as it came: sizes, a digest of the body, and the few fields that matter. */
const answerSchema = z.object({
  status: z.number().nullable(),
  elapsedMs: z.number(),
  bodySha256: z.string().nullable(),
  bodyBytes: z.number(),
  result: z.number().nullable(),
  orderId: z.string().nullable(),
  totalMinor: z.number().nullable(),
  stan: z.string().nullable(),
  /** The time as Nets wrote it. */
  timeStamp: z.string().nullable(),
  responseCode: z.string().nullable(),
  last4: z.string().nullable(),
  failureText: z.string().nullable(),
  transport: z.string().nullable(),
});

export const evidenceEntrySchema = z.object({
  at: z.string(),
  kind: z.enum(evidenceKinds),
  /** The payment's state after this row. */
  state: z.enum(paymentStateNames),
  verdict: z.enum(verdicts).nullable(),
  /** Why a lookup proved nothing. */
  why: hintSchema.shape.why.nullable(),
  answer: answerSchema.nullable(),
  /** Who said it, if the row is a person's word. `by` and `reason` may be empty: nobody was asked. */
  word: z.object({ by: z.string(), reason: z.string() }).nullable(),
});
export type EvidenceEntry = z.infer<typeof evidenceEntrySchema>;

/** Receipts as the terminal formatted them, in a face of fixed width. `terminal`: from a lookup, which does not tell which copy it is. */
export const receiptCopies = ['customer', 'merchant', 'terminal'] as const;
const receiptSchema = z.object({ copy: z.enum(receiptCopies), text: z.string() });
export type ReceiptText = z.infer<typeof receiptSchema>;

/** Everything that is known about one payment, in the order in which it became known. */
export const paymentEvidenceSchema = z.object({
  paymentId: z.string(),
  orderId: z.string(),
  entries: z.array(evidenceEntrySchema),
  beside: z.array(besideSchema),
  receipts: z.array(receiptSchema),
});
export type PaymentEvidence = z.infer<typeof paymentEvidenceSchema>;
