import { z } from 'zod';
import { paymentEvidenceSchema } from '../payment-evidence.ts';
import { idSchema } from './fields.ts';
import type { Subject } from './subject.ts';

export const evidence = {
  commands: { paymentEvidence: { input: z.object({ paymentId: idSchema }), output: paymentEvidenceSchema } },
  slices: {},
} as const satisfies Subject;
