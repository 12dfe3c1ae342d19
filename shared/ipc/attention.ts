import { z } from 'zod';
import { paymentKinds } from '../payment.ts';
import { idSchema } from './fields.ts';
import type { Subject } from './subject.ts';

export const lateApprovalSchema = z.object({
  paymentId: idSchema,
  kind: z.enum(paymentKinds),
  chargedMinor: z.int(),
  /** What has gone back of it meanwhile, never all of it. */
  givenBackMinor: z.int(),
  currency: z.string(),
  reference: z.string(),
  terminalName: z.string().nullable(),
  /** What was recorded by hand while it was unclear; 0 where nothing was. */
  recordedByHandMinor: z.int().min(0),
});
export type LateApproval = z.infer<typeof lateApprovalSchema>;

/** What must stay in sight on every screen, beside the payment that has the window. */
export const attentionSchema = z.object({
  /** May have been charged, and the desk went on without them. */
  unclearCount: z.int(),
  /** Charged, and nobody has judged the guest's signature, or it was refused and the money is still here. The oldest first. */
  openSignatures: z.array(idSchema),
  /** Proven paid after the desk had gone on or had another verdict. Loud until somebody opens them. */
  lateApprovals: z.array(lateApprovalSchema),
});
export type Attention = z.infer<typeof attentionSchema>;

export const attention = { commands: {}, slices: { attention: attentionSchema } } as const satisfies Subject;
