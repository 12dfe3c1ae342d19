import { z } from 'zod';
import { holdsHidden } from './harmless.ts';
import { networkCauses } from './network-cause.ts';

const address = z.string().trim().min(1).max(2_000);
/** A mark that nobody sees came along with a copied text: as a secret it would be another one than what was meant. */
const seen = (text: string): boolean => !holdsHidden(text);

/** What support types. An empty secret keeps the one that is saved; nothing that is saved ever comes back. */
export const connectionsSchema = z.object({
  nets: z.object({
    baseUrl: address,
    username: z.string().trim().min(1).max(200).refine(seen),
    password: z.string().max(500).refine(seen),
  }),
  strapi: z.object({ baseUrl: address, token: z.string().trim().max(4_000).refine(seen) }).nullable(),
});
export type Connections = z.infer<typeof connectionsSchema>;

export const savedConnectionsSchema = z.object({
  nets: z.object({ baseUrl: z.string(), username: z.string(), hasPassword: z.boolean() }).nullable(),
  strapi: z.object({ baseUrl: z.string(), hasToken: z.boolean() }).nullable(),
});
export type SavedConnections = z.infer<typeof savedConnectionsSchema>;

/** How one service answered when support asked for it. `terminals`: how many it listed. */
const testedSchema = z.object({
  result: z.enum([
    'ok',
    'unreachable',
    'not-authorised',
    'unreadable',
    'right-missing',
    'secrets-missing',
    'not-configured',
    ...networkCauses,
  ]),
  terminals: z.int().nullable(),
  /** What the network said, where nobody answered. */
  code: z.string().exactOptional(),
});
export const connectionTestSchema = z.object({ nets: testedSchema, strapi: testedSchema });
export type ConnectionTest = z.infer<typeof connectionTestSchema>;

/** What became of a provisioning file. `why` is one line for support; it never repeats what the file holds. */
export const importedFileSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('imported') }),
  z.object({ outcome: z.literal('cancelled') }),
  z.object({ outcome: z.literal('refused'), why: z.string() }),
]);
