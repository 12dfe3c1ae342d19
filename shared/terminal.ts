import { z } from 'zod';

/** What is wrong with the customer's record of a terminal. It is shown, so that somebody corrects it. */
export const terminalFaults = ['bad-id', 'duplicate-id', 'bad-name'] as const;
export type TerminalFault = (typeof terminalFaults)[number];

/** A terminal as the customer defined it (Strapi, the provisioning file, or training mode). */
export const terminalSchema = z.object({
  terminalId: z.string(),
  name: z.string(),
  active: z.boolean(),
  location: z.string(),
  pointOfSale: z.string().nullable(),
  /** The point of sale's id in Strapi: it stays the same when somebody renames the place. */
  pointOfSaleId: z.string().exactOptional(),
  /** The token may not read points of sale, so this terminal's is not known. */
  placeHidden: z.literal(true).exactOptional(),
  fault: z.enum(terminalFaults).exactOptional(),
});
export type Terminal = z.infer<typeof terminalSchema>;
export const isPlaceHidden = ({ placeHidden }: Pick<Terminal, 'placeHidden'>): boolean => placeHidden === true;

const redReasons = [
  'inactive',
  'unknown-id',
  'not-connected',
  'nets-unreachable',
  'not-authorised',
  'secrets-missing',
  'missing',
  'settings-lost',
  ...terminalFaults,
] as const;

/**
 * What is known about a terminal. Only `inactive` forbids a sale. The rest advises, because the device itself cannot be asked without
 * disturbing it.
 */
export const terminalStatusSchema = z.discriminatedUnion('light', [
  /** Nets has not been asked yet in this run. Neither ready nor in error. */
  z.object({ light: z.literal('unknown') }),
  z.object({ light: z.literal('green'), asOf: z.string().nullable() }),
  z.object({
    light: z.literal('red'),
    reason: z.enum(redReasons),
    asOf: z.string().nullable(),
    /** If Nets cannot be asked now: what was known at `asOf`. */
    lastKnown: z.enum(['ready', 'unknown-id', 'not-connected']).exactOptional(),
  }),
]);
export type TerminalStatus = z.infer<typeof terminalStatusSchema>;

export const terminalViewSchema = terminalSchema.extend({
  status: terminalStatusSchema,
  /** The name under which this PC's terminal was chosen, if it has a new name that nobody here has confirmed. */
  formerName: z.string().exactOptional(),
});
export type TerminalView = z.infer<typeof terminalViewSchema>;

/** One group of the picker; with `pointOfSale` null it is the last group, `Muut päätelaitteet`. */
export const terminalSectionSchema = z.object({ pointOfSale: z.string().nullable(), terminals: z.array(terminalViewSchema) });
export type TerminalSection = z.infer<typeof terminalSectionSchema>;

export const netsReachSchema = z.enum(['unknown', 'connected', 'unreachable', 'not-authorised', 'secrets-missing', 'not-configured']);
export type NetsReach = z.infer<typeof netsReachSchema>;

/** Whether the customer's own list could be read. `not-configured`: it came with the provisioning file. */
export const strapiReachSchema = z.enum([
  'unknown',
  'connected',
  'unreachable',
  'not-authorised',
  'unreadable',
  /** The terminals were read; the token may not read the points of sale. */
  'right-missing',
  'secrets-missing',
  'not-configured',
]);
export type StrapiReach = z.infer<typeof strapiReachSchema>;

export const terminalDirectorySchema = z.object({
  sections: z.array(terminalSectionSchema),
  /** This PC's terminal. It stays here by name even if it is no longer in the directory (`missing`). */
  chosen: terminalViewSchema.nullable(),
  nets: netsReachSchema,
  strapi: strapiReachSchema,
  /** When Strapi was last read, perhaps in an earlier run. Null if the list has no age. */
  definedAsOf: z.string().nullable(),
});
export type TerminalDirectory = z.infer<typeof terminalDirectorySchema>;
