import { z } from 'zod';
import { idSchema } from './fields.ts';
import type { Subject } from './subject.ts';

export const unseenReasons = ['secrets-missing', 'not-authorised', 'type-missing', 'unreachable', 'unreadable'] as const;

export const otherDesksSchema = z.object({
  /** Whether this PC's payments are written to Strapi, for the other desks of the property. */
  isShared: z.boolean(),
  /** How many payments have a state that the other desks cannot see yet. */
  count: z.int().min(0),
  /** Strapi's last answer to a write: its status, or the network's code where there was none. `at`: ISO 8601, UTC. */
  last: z.object({ at: z.string(), status: z.int().nullable(), code: z.string().nullable() }).nullable(),
  /** Why the last look at the other desks' payments before a sale got no answer; null if it got one. */
  unseen: z.object({ at: z.string(), why: z.enum(unseenReasons) }).nullable(),
  /** What other desks have begun on the terminals of unclear payments since these began. It decides nothing. */
  begun: z.array(z.object({ paymentId: idSchema, desk: z.string().nullable(), at: z.string() })),
});
export type OtherDesks = z.infer<typeof otherDesksSchema>;

/** The property's other desks. What is known of them warns, and decides nothing about money. */
export const otherDesks = { commands: {}, slices: { otherDesks: otherDesksSchema } } as const satisfies Subject;
