import { z } from 'zod';

/** Payments of this time range may be missing: a part of the journal was lost. `from` null: the beginning is not known. ISO 8601, UTC. */
export const missingPaymentsSchema = z.object({ from: z.string().nullable(), to: z.string() });
export type MissingPayments = z.infer<typeof missingPaymentsSchema>;
