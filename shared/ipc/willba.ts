import { z } from 'zod';
import { idSchema, nothing } from './fields.ts';
import type { Subject } from './subject.ts';

/** Ids of waiting payments that are published at most, the newest: more than any screen shows. */
export const MOST_WAITING = 2_000;

export const willbaSchema = z.object({
  /** Whether this PC tells Willba of its payments. */
  isSetUp: z.boolean(),
  /** How many payments have news that Willba has not accepted. */
  count: z.int().min(0),
  waiting: z.array(idSchema).max(MOST_WAITING),
  /** Willba answered 410: nothing more is sent until a person asks for it. */
  isGone: z.boolean(),
  /** Willba's last answer: its status, or the network's code where there was none. `at`: ISO 8601, UTC. */
  last: z.object({ at: z.string(), status: z.int().nullable(), code: z.string().nullable() }).nullable(),
});
export type Willba = z.infer<typeof willbaSchema>;

export const willba = {
  commands: {
    /** Tries at once what waits, instead of at its own time. */
    sendToWillbaNow: { input: nothing, output: nothing },
  },
  slices: { willba: willbaSchema },
} as const satisfies Subject;
