import { z } from 'zod';
import { paymentKinds } from '../payment.ts';
import { idSchema, nothing } from './fields.ts';
import type { Subject } from './subject.ts';

/**
 * Somebody wants to close the program. `asking`: an answer is awaited; may the cancel be sent? `leaving`: the cancel was sent, and the
 * answer is awaited a little longer. `charged`: the answer was an approval, and the program closes in a moment. `unwritten`: no answer is
 * awaited, but an ending could not be written to the disk and would be lost. `reconciling`: a terminal's reconciliation runs, and its report
 * would be lost; there are no payments then.
 */
export const closingSchema = z.object({
  phase: z.enum(['asking', 'unwritten', 'reconciling', 'leaving', 'charged']),
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
    /** `shown`: the question is on the screen. The other two answer it. */
    answerClosing: { input: z.object({ answer: z.enum(['shown', 'stay', 'leave']) }), output: nothing },
  },
  /** Null while nobody wants to close the program, or while nothing prevents it. */
  slices: { closing: closingSchema.nullable() },
} as const satisfies Subject;
