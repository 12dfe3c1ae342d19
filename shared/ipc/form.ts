import { z } from 'zod';
import { completesSchema, paymentStateNames } from '../payment.ts';
import { MAX_REFERENCE_LENGTH } from '../reference.ts';
import { idempotencyKeySchema, idSchema, nothing } from './fields.ts';
import { paymentRequestSchema } from './requests.ts';
import type { Subject } from './subject.ts';

export const methods = ['card', 'manual'] as const;

/** What the desk has typed but not sent. It lives in the main process, so that a reload of the window loses nothing. */
export const draftSchema = z.object({
  /** Names this form, and becomes the idempotency key of its payment. What is saved under the name of an older form is dropped. */
  form: idempotencyKeySchema,
  amountText: z.string().max(40),
  reference: z.string().max(MAX_REFERENCE_LENGTH * 4),
  method: z.enum(methods),
  /** The payment without a charge that brought its sum and reference back. Null: somebody typed them. */
  from: idSchema.nullable(),
  /** The payment whose rest is charged, while the reference stays the same. */
  completesId: idSchema.nullable(),
});
export type Draft = z.infer<typeof draftSchema>;

export const formSchema = z.object({
  draft: draftSchema,
  /** The payment without a charge whose sum and reference were put back into the draft. */
  from: z
    .object({
      paymentId: idSchema,
      state: z.enum(paymentStateNames),
      startedAt: z.string(),
      amountMinor: z.int(),
      reference: z.string(),
    })
    .nullable(),
  /** What the draft completes, if that is known. */
  completes: completesSchema.nullable(),
  /** What was paid on this reference, and what is left to pay if that is known. In minor units; null where nothing was paid. */
  paid: z.object({ reference: z.string(), paidMinor: z.int(), leftMinor: z.int().nullable(), unclear: z.boolean() }).nullable(),
  /** What Willba asks for with this form; null if somebody typed it. Only main knows this: the sum and the reference stay as asked. */
  request: paymentRequestSchema.nullable(),
});
export type Form = z.infer<typeof formSchema>;

export const form = {
  commands: { saveDraft: { input: draftSchema, output: nothing } },
  slices: { form: formSchema },
} as const satisfies Subject;
