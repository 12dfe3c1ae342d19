import { z } from 'zod';
import { paymentStateNames, paymentViewSchema } from '../payment.ts';
import { idSchema, nothing } from './fields.ts';
import type { Subject } from './subject.ts';

const onePayment = z.object({ paymentId: idSchema });

/** The payment that fills the window: it is waiting, or nobody has acted on its outcome yet. */
export const currentPayment = {
  commands: {
    showPayment: { input: onePayment, output: nothing },
    cancelPayment: { input: onePayment, output: nothing },
    refreshPayment: { input: onePayment, output: nothing },
    releasePayment: { input: onePayment, output: nothing },
    /** `shown`: the state that the screen showed. */
    closeOutcome: { input: z.object({ paymentId: idSchema, shown: z.enum(paymentStateNames), keepDraft: z.boolean() }), output: nothing },
  },
  slices: {
    current: paymentViewSchema.nullable(),
    /** It was only opened to be looked at: nothing on its screen charges, and closing it keeps what is typed. */
    browsing: z.boolean(),
  },
} as const satisfies Subject;
