import { z } from 'zod';
import { paymentViewSchema } from '../payment.ts';
import { nothing } from './fields.ts';
import type { Subject } from './subject.ts';

export const todaySchema = z.object({
  /** All unclear payments, then the newest of the day; also those dated in the future. */
  payments: z.array(paymentViewSchema),
  /** How many older payments of today are not in the list; `showMoreToday` adds some. */
  more: z.int(),
  /** Today's sales and records by hand of which the hotel still has some money. */
  count: z.int(),
  /** Sales and records by hand minus what was given back today, in minor units. */
  totalMinor: z.int(),
});
export type Today = z.infer<typeof todaySchema>;

/** What an event says of today: the payments that changed, not the whole day. */
export const todayChangeSchema = todaySchema.omit({ payments: true }).extend({
  changed: z.array(paymentViewSchema),
  /** The ids of all rows in their order; absent where it is as it was. */
  order: z.array(z.string()).exactOptional(),
});
export type TodayChange = z.infer<typeof todayChangeSchema>;

export const today = {
  /** Shows more of today's payments in the list. */
  commands: { showMoreToday: { input: nothing, output: nothing } },
  slices: { today: todaySchema },
  changes: { today: todayChangeSchema },
} as const satisfies Subject;
