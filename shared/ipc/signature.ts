import { z } from 'zod';
import { MAX_REASON_LENGTH } from '../reference.ts';
import { idSchema, nothing, personSchema } from './fields.ts';
import type { Subject } from './subject.ts';

export const signature = {
  commands: {
    /** The desk compared the guest's signature with the card. A refused one begins the void of that sale. */
    judgeSignature: { input: z.object({ paymentId: idSchema, accepted: z.boolean() }), output: nothing },
    /** A named person keeps the charge although the signature was refused. */
    letSignatureStand: {
      input: z.object({ paymentId: idSchema, by: personSchema, reason: z.string().min(1).max(MAX_REASON_LENGTH) }),
      output: nothing,
    },
  },
  slices: {},
} as const satisfies Subject;
