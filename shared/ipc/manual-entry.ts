import { z } from 'zod';
import { amountMinorSchema } from '../payment.ts';
import { MAX_REASON_LENGTH } from '../reference.ts';
import {
  begunSchema,
  completesIdSchema,
  confirmedSchema,
  deskModeSchema,
  idempotencyKeySchema,
  lastFourSchema,
  receiptSchema,
  referenceSchema,
} from './fields.ts';
import type { Subject } from './subject.ts';

export const manualEntry = {
  commands: {
    recordManualEntry: {
      input: z.object({
        idempotencyKey: idempotencyKeySchema,
        mode: deskModeSchema,
        amountMinor: amountMinorSchema,
        reference: referenceSchema,
        lastFour: lastFourSchema,
        receipt: receiptSchema,
        reason: z.string().min(1).max(MAX_REASON_LENGTH),
        completesId: completesIdSchema,
        confirmed: confirmedSchema,
      }),
      output: begunSchema,
    },
  },
  slices: {},
} as const satisfies Subject;
