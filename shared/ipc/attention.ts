import { z } from 'zod';
import { paymentKinds } from '../payment.ts';
import { idSchema } from './fields.ts';
import type { Subject } from './subject.ts';

export const lateApprovalSchema = z.object({
  paymentId: idSchema,
  kind: z.enum(paymentKinds),
  chargedMinor: z.int(),
  /** What has been given back since, never all of it. */
  reversedMinor: z.int(),
  currency: z.string(),
  reference: z.string(),
  terminalName: z.string().nullable(),
  /** What was recorded by hand while it was unclear; 0 if nothing was. */
  manualEntriesMinor: z.int().min(0),
});
export type LateApproval = z.infer<typeof lateApprovalSchema>;

/** What every screen must show, beside the payment that has the window. */
export const attentionSchema = z.object({
  /** Payments that may have been charged, while the desk has gone on. */
  unclearCount: z.int(),
  /** Charged sales whose signature nobody has judged, or was refused while the money has not gone back. The oldest first. */
  openSignatures: z.array(idSchema),
  /** Proven paid after the desk had gone on or had another verdict. An alarm until somebody opens them. */
  lateApprovals: z.array(lateApprovalSchema),
});
export type Attention = z.infer<typeof attentionSchema>;

export const attention = { commands: {}, slices: { attention: attentionSchema } } as const satisfies Subject;
