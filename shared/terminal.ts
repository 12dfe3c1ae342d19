import { z } from 'zod';

/** A terminal as the customer defined it (Strapi, the provisioning file, or training mode). */
export const terminalSchema = z.object({
  terminalId: z.string(),
  name: z.string(),
  active: z.boolean(),
  location: z.string(),
  pointOfSale: z.string().nullable(),
});
export type Terminal = z.infer<typeof terminalSchema>;

/**
 * What is known about a terminal. Only `inactive` forbids a sale; the rest advises, because nobody can ask the device
 * itself without disturbing it.
 */
export const terminalStatusSchema = z.discriminatedUnion('light', [
  /** Nets has not been asked yet in this run. Neither ready nor in error. */
  z.object({ light: z.literal('unknown') }),
  z.object({ light: z.literal('green'), asOf: z.string().nullable() }),
  z.object({
    light: z.literal('red'),
    reason: z.enum(['inactive', 'unknown-id', 'not-connected', 'nets-unreachable', 'not-authorised', 'missing']),
    asOf: z.string().nullable(),
  }),
]);
export type TerminalStatus = z.infer<typeof terminalStatusSchema>;

export const terminalViewSchema = terminalSchema.extend({ status: terminalStatusSchema });
export type TerminalView = z.infer<typeof terminalViewSchema>;

/** One group of the picker; `pointOfSale` null is the last one, `Muut päätelaitteet`. */
export const terminalSectionSchema = z.object({ pointOfSale: z.string().nullable(), terminals: z.array(terminalViewSchema) });
export type TerminalSection = z.infer<typeof terminalSectionSchema>;

export const netsReachSchema = z.enum(['unknown', 'connected', 'unreachable', 'not-authorised', 'not-configured']);
export type NetsReach = z.infer<typeof netsReachSchema>;

export const terminalDirectorySchema = z.object({
  sections: z.array(terminalSectionSchema),
  /** This PC's terminal. It stays named here even when it has disappeared from the directory (`missing`). */
  chosen: terminalViewSchema.nullable(),
  nets: netsReachSchema,
});
export type TerminalDirectory = z.infer<typeof terminalDirectorySchema>;
