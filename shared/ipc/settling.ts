import { z } from 'zod';
import { MAX_REASON_LENGTH } from '../reference.ts';
import { idSchema, lastFourSchema, nothing, personSchema, receiptSchema } from './fields.ts';
import type { Subject } from './subject.ts';

export const settling = {
  commands: {
    /** A named person says how a payment ended when nothing can prove it. It stays marked as a person's word. */
    settlePayment: {
      input: z.object({
        paymentId: idSchema,
        by: personSchema,
        reason: z.string().min(1).max(MAX_REASON_LENGTH),
        verdict: z.discriminatedUnion('charged', [
          z.object({ charged: z.literal(true), receipt: receiptSchema, lastFour: lastFourSchema }),
          z.object({ charged: z.literal(false) }),
        ]),
      }),
      output: nothing,
    },
  },
  slices: {},
} as const satisfies Subject;
