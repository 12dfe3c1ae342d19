import { z } from 'zod';
import { paymentViewSchema } from '../payment.ts';
import { nothing } from './fields.ts';
import type { Subject } from './subject.ts';

export const todaySchema = z.object({
  /** Whatever is unclear, then the newest of the day; what is dated in the future as well. */
  payments: z.array(paymentViewSchema),
  /** How many older ones of today are not among them; `showMoreToday` brings some. */
  more: z.int(),
  /** Sales and records by hand of today, of whose money the hotel still has some. */
  count: z.int(),
  /** Sales and records less what was given back today. */
  totalMinor: z.int(),
});
export type Today = z.infer<typeof todaySchema>;

export const today = {
  /** More of today's rows are wanted in the list. */
  commands: { showMoreToday: { input: nothing, output: nothing } },
  slices: { today: todaySchema },
} as const satisfies Subject;
