import { z } from 'zod';
import { openItemSchema, openReasons } from './day-close.ts';

/** Why the next person at the desk must know of a payment: what a day has open, and what was recorded by hand. */
export const handoverReasons = [...openReasons, 'manual'] as const;
export type HandoverReason = (typeof handoverReasons)[number];

export const handoverItemSchema = openItemSchema.extend({ why: z.enum(handoverReasons) });
export type HandoverItem = z.infer<typeof handoverItemSchema>;

/** Somebody took over what was open at a change of shift. It never changes. */
export const handoverSchema = z.object({
  id: z.string(),
  at: z.string(),
  /** Who was at the desk before; null after a start of the program. */
  from: z.string().nullable(),
  by: z.string(),
  items: z.array(handoverItemSchema),
});
export type Handover = z.infer<typeof handoverSchema>;
