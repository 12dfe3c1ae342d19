import type { z } from 'zod';

/** One subject's part of the contract: its commands with their schemas, and its slices of what main publishes. */
export type Subject = {
  readonly commands: Readonly<Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>>;
  readonly slices: Readonly<Record<string, z.ZodType>>;
  /** What an event carries of a slice in place of the whole, where the whole would be too much. */
  readonly changes?: Readonly<Record<string, z.ZodType>>;
};
