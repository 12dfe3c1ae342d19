import { z } from 'zod';
import { amountMinorSchema } from '../payment.ts';
import {
  begunSchema,
  completesIdSchema,
  confirmedSchema,
  deskModeSchema,
  idempotencyKeySchema,
  idSchema,
  referenceSchema,
  shownSchema,
} from './fields.ts';
import type { Subject } from './subject.ts';

/** What is about to be sent to a terminal. Amounts in minor units. */
export const startingSchema = z.object({
  kind: z.enum(['sale', 'refund', 'void']),
  amountMinor: z.int(),
  currency: z.string(),
  terminalName: z.string(),
  /** Why a lookup runs first: a payment is unclear there, or one was just declined there. */
  lookFor: z.enum(['unclear-before', 'declined-before', 'declined-elsewhere']).nullable(),
});
export type Starting = z.infer<typeof startingSchema>;

export const sale = {
  commands: {
    startSale: {
      input: z.object({
        idempotencyKey: idempotencyKeySchema,
        mode: deskModeSchema,
        amountMinor: amountMinorSchema,
        reference: referenceSchema,
        terminalId: idSchema,
        shown: shownSchema,
        completesId: completesIdSchema,
        confirmed: confirmedSchema,
      }),
      output: begunSchema,
    },
  },
  /** A press that waits for the lookup before it. The form belongs to it until the payment has begun or was refused. */
  slices: { starting: startingSchema.nullable() },
} as const satisfies Subject;
