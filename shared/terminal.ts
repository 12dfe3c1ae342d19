import { z } from 'zod';

/** What is wrong with the customer's record of a terminal. It is shown, so that somebody puts it right. */
export const terminalFaults = ['bad-id', 'duplicate-id', 'bad-name'] as const;
export type TerminalFault = (typeof terminalFaults)[number];

/** A terminal as the customer defined it (Strapi, the provisioning file, or training mode). */
export const terminalSchema = z.object({
  terminalId: z.string(),
  name: z.string(),
  active: z.boolean(),
  location: z.string(),
  pointOfSale: z.string().nullable(),
  /** What the customer's Strapi calls the point of sale for itself: it stays when somebody renames it. */
  pointOfSaleId: z.string().exactOptional(),
  /** The token may not read points of sale: which one this terminal has nobody here can know. */
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
 * What is known about a terminal. Only `inactive` forbids a sale; the rest advises, because nobody can ask the device
 * itself without disturbing it.
 */
export const terminalStatusSchema = z.discriminatedUnion('light', [
  /** Nets has not been asked yet in this run. Neither ready nor in error. */
  z.object({ light: z.literal('unknown') }),
  z.object({ light: z.literal('green'), asOf: z.string().nullable() }),
  z.object({
    light: z.literal('red'),
    reason: z.enum(redReasons),
    asOf: z.string().nullable(),
    /** Where Nets cannot be asked now: what was known at `asOf`. */
    lastKnown: z.enum(['ready', 'unknown-id', 'not-connected']).exactOptional(),
  }),
]);
export type TerminalStatus = z.infer<typeof terminalStatusSchema>;

export const terminalViewSchema = terminalSchema.extend({
  status: terminalStatusSchema,
  /** This PC's own was chosen under this name, and has another now that nobody here has answered for. */
  formerName: z.string().exactOptional(),
});
export type TerminalView = z.infer<typeof terminalViewSchema>;

/** One group of the picker; `pointOfSale` null is the last one, `Muut päätelaitteet`. */
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
  /** This PC's terminal. It stays named here even when it has disappeared from the directory (`missing`). */
  chosen: terminalViewSchema.nullable(),
  nets: netsReachSchema,
  strapi: strapiReachSchema,
  /** How old the customer's list is: when Strapi was last read, perhaps by an earlier run. Null where it has no age. */
  definedAsOf: z.string().nullable(),
});
export type TerminalDirectory = z.infer<typeof terminalDirectorySchema>;
