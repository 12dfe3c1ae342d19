import { z } from 'zod';
import { amountMinorSchema } from '../payment.ts';
import {
  attemptSchema,
  begunSchema,
  completesIdSchema,
  confirmedSchema,
  deskModeSchema,
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
  /** What the look before it is about: a payment that is unclear there, or one that was declined there a moment ago. */
  lookFor: z.enum(['unclear-before', 'declined-before']).nullable(),
});
export type Starting = z.infer<typeof startingSchema>;

export const sale = {
  commands: {
    startSale: {
      input: z.object({
        attempt: attemptSchema,
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
  /** A press that waits for the look before it. Until it has begun or come to nothing, the form belongs to it. */
  slices: { starting: startingSchema.nullable() },
} as const satisfies Subject;
