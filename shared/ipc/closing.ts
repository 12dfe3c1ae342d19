import { z } from 'zod';
import { paymentKinds } from '../payment.ts';
import { idSchema, nothing } from './fields.ts';
import type { Subject } from './subject.ts';

/**
 * Somebody wants to close while an answer is waited for. `asking`: may the wish to cancel go out? `leaving`: it went, and the
 * answer is waited for a little longer. `charged`: that answer was an approval, and the program closes in a moment.
 * `unwritten`: nothing is waited for, but an end that the disk has not taken would be forgotten.
 */
export const closingSchema = z.object({
  phase: z.enum(['asking', 'unwritten', 'leaving', 'charged']),
  payments: z.array(
    z.object({
      paymentId: idSchema,
      kind: z.enum(paymentKinds),
      amountMinor: z.int(),
      chargedMinor: z.int(),
      currency: z.string(),
      terminalName: z.string().nullable(),
    }),
  ),
});
export type Closing = z.infer<typeof closingSchema>;

export const closing = {
  commands: {
    /** `shown` says that the question stands on the screen; the other two answer it. */
    answerClosing: { input: z.object({ answer: z.enum(['shown', 'stay', 'leave']) }), output: nothing },
  },
  /** Null while nobody wants to close the program, or nothing stands in the way. */
  slices: { closing: closingSchema.nullable() },
} as const satisfies Subject;
