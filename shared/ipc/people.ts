import { z } from 'zod';
import { handoverItemSchema, handoverReasons, handoverSchema } from '../handover.ts';
import { newNameProblems } from '../new-name.ts';
import { idSchema, nothing, personSchema } from './fields.ts';
import type { Subject } from './subject.ts';

const MOST_ITEMS = 1_000;

/** Who works at this desk, and what one shift leaves to the next. */
export const people = {
  commands: {
    /** A name for this PC, beside those of the provisioning file. Who is added is at the desk from then on. */
    addOperator: { input: z.object({ name: z.string().max(500) }), output: z.enum(['added', ...newNameProblems]) },
    /** The person at the desk takes over what was shown. */
    takeOver: {
      input: z.object({
        by: personSchema,
        items: z.array(z.object({ paymentId: idSchema, why: z.enum(handoverReasons) })).max(MOST_ITEMS),
      }),
      output: nothing,
    },
    /** Not now: the list goes, and nothing is recorded. */
    putOffHandover: { input: nothing, output: nothing },
    /** Those of a day, the oldest first. */
    handovers: {
      input: z.object({ start: z.iso.datetime(), end: z.iso.datetime() }),
      output: z.object({ handovers: z.array(handoverSchema) }),
    },
  },
  /** What the present shift finds open and has not taken over; null if nothing. */
  slices: {
    handover: z.object({ from: z.string().nullable(), by: z.string(), items: z.array(handoverItemSchema) }).nullable(),
  },
} as const satisfies Subject;
