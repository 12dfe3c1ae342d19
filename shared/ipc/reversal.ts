import { z } from 'zod';
import { amountMinorSchema } from '../payment.ts';
import { begunSchema, confirmedSchema, idempotencyKeySchema, idSchema, shownSchema } from './fields.ts';
import type { Subject } from './subject.ts';

export const reversal = {
  commands: {
    /**
     * Gives back at most what is left of a payment, to the card that is presented at the terminal. Runs through the same core as a sale.
     */
    startRefund: {
      input: z.object({
        idempotencyKey: idempotencyKeySchema,
        originalId: idSchema,
        amountMinor: amountMinorSchema,
        terminalId: idSchema,
        shown: shownSchema,
        confirmed: confirmedSchema,
      }),
      output: begunSchema,
    },
    /** Voids a sale, while it is its terminal's latest transaction. */
    startVoid: { input: z.object({ idempotencyKey: idempotencyKeySchema, originalId: idSchema }), output: begunSchema },
  },
  slices: {},
} as const satisfies Subject;
