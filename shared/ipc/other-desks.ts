import { z } from 'zod';
import type { Subject } from './subject.ts';

export const otherDesksSchema = z.object({
  /** Whether this PC's payments are written to Strapi, for the other desks of the property. */
  isShared: z.boolean(),
  /** How many payments have a state that the other desks cannot see yet. */
  count: z.int().min(0),
  /** Strapi's last answer to a write: its status, or the network's code where there was none. `at`: ISO 8601, UTC. */
  last: z.object({ at: z.string(), status: z.int().nullable(), code: z.string().nullable() }).nullable(),
});
export type OtherDesks = z.infer<typeof otherDesksSchema>;

/** The property's other desks. What is known of them warns, and decides nothing about money. */
export const otherDesks = { commands: {}, slices: { otherDesks: otherDesksSchema } } as const satisfies Subject;
