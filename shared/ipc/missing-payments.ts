import { z } from 'zod';
import { missingPaymentsSchema } from '../missing-payments.ts';
import { nothing, personSchema } from './fields.ts';
import type { Subject } from './subject.ts';

export const missingPayments = {
  commands: {
    /** A named person has read what may be missing. `to` is the end of the time range that the window showed. */
    missingPaymentsRead: { input: z.object({ by: personSchema, to: z.string().max(40) }), output: nothing },
  },
  /** Null after a named person has read it. Until then every charge asks first. */
  slices: { missingPayments: missingPaymentsSchema.nullable() },
} as const satisfies Subject;
