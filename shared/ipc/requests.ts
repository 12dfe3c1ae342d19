import { z } from 'zod';
import { amountMinorSchema } from '../payment.ts';
import { idSchema, nothing, personSchema, referenceSchema } from './fields.ts';
import type { Subject } from './subject.ts';

/** A payment that Willba asks for by a link. It is charged only when somebody at the desk presses Maksa. */
export const paymentRequestSchema = z.object({
  /** The link's own id. It goes with every payment of this request into the journal, the export and the webhook. */
  id: idSchema,
  amountMinor: amountMinorSchema,
  currency: z.string(),
  reference: referenceSchema,
  guest: personSchema.nullable(),
  /** Who asked for it in Willba. */
  operator: personSchema.nullable(),
});
export type PaymentRequest = z.infer<typeof paymentRequestSchema>;

/** Why a link was refused. A new one without its words in each language does not compile. */
export const linkProblems = [
  'too-long',
  'not-last',
  'not-a-link',
  'signature',
  'malformed',
  'repeated',
  'incomplete',
  'amount',
  'currency',
  'text',
  'card-number',
  'expired',
  'expired-by-wrong-clock',
  'used',
  'too-many',
  'training',
  'not-configured',
  'no-key',
  'open-elsewhere',
  'journal',
] as const;
export type LinkProblem = (typeof linkProblems)[number];

export const requestsSchema = z.object({
  /** They came while something else was at hand. In the order of their arrival. */
  waiting: z.array(paymentRequestSchema),
  /** The link that was refused last, until somebody has read it. `number` tells one refusal from the next. */
  refused: z.object({ number: z.int(), why: z.enum(linkProblems), at: z.string() }).nullable(),
});
export type Requests = z.infer<typeof requestsSchema>;

const oneRequest = z.object({ requestId: idSchema });

export const requests = {
  commands: {
    /** Puts one that waits into the form. One that is there goes back to those that wait. */
    takeRequest: { input: oneRequest, output: nothing },
    /** Hylkää pyyntö. Its link is not used by that. */
    dismissRequest: { input: oneRequest, output: nothing },
    linkRefusalRead: { input: z.object({ number: z.int().min(1) }), output: nothing },
  },
  slices: { requests: requestsSchema },
} as const satisfies Subject;
