import { z } from 'zod';

/** Payments of this time may be missing: a part of the journal was lost. `from` null: nobody can say since when. ISO 8601, UTC. */
export const missingPaymentsSchema = z.object({ from: z.string().nullable(), to: z.string() });
export type MissingPayments = z.infer<typeof missingPaymentsSchema>;
