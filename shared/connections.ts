import { z } from 'zod';
import { holdsHidden } from './harmless.ts';
import { networkCauses } from './network-cause.ts';

const address = z.string().trim().min(1).max(2_000);
/** A copied text may contain invisible characters: as a secret it would be wrong, and nobody could see why. */
const isAllVisible = (text: string): boolean => !holdsHidden(text);

/** What support types. An empty secret keeps the saved one; a saved secret is never sent to the window. */
export const connectionsSchema = z.object({
  nets: z.object({
    baseUrl: address,
    username: z.string().trim().min(1).max(200).refine(isAllVisible),
    password: z.string().max(500).refine(isAllVisible),
  }),
  strapi: z.object({ baseUrl: address, token: z.string().trim().max(4_000).refine(isAllVisible) }).nullable(),
});
export type Connections = z.infer<typeof connectionsSchema>;

export const savedConnectionsSchema = z.object({
  nets: z.object({ baseUrl: z.string(), username: z.string(), hasPassword: z.boolean() }).nullable(),
  strapi: z.object({ baseUrl: z.string(), hasToken: z.boolean(), hasOutboxToken: z.boolean() }).nullable(),
  /** Whether the secrets are there; never what they are. */
  willba: z.object({ webhookUrl: z.string().nullable(), hasWebhookSecret: z.boolean(), hasLinkKey: z.boolean() }).nullable(),
});
export type SavedConnections = z.infer<typeof savedConnectionsSchema>;

/** A service's answer to support's test. `terminals`: how many it listed. */
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
  /** The network's error code if there was no answer. */
  code: z.string().exactOptional(),
});
/** Willba's answer to a signed test event. `refused`: it answered `status`, which is no 2xx. */
const testedWillbaSchema = z.object({
  result: z.enum(['ok', 'refused', 'unreachable', 'secrets-missing', 'not-configured', ...networkCauses]),
  status: z.int().nullable(),
  code: z.string().exactOptional(),
});
export type WillbaTest = z.infer<typeof testedWillbaSchema>;
/** Whether the other desks' payments can be read in Strapi, and this PC's written. `type-missing`: it has no content type for them. */
const testedRight = z.enum(['ok', 'unreachable', 'not-authorised', 'unreadable', 'type-missing', 'secrets-missing', 'not-configured']);
const testedOtherDesks = z.object({ reading: testedRight, writing: testedRight });
export type OtherDesksTest = z.infer<typeof testedOtherDesks>;
export const connectionTestSchema = z.object({
  nets: testedSchema,
  strapi: testedSchema,
  willba: testedWillbaSchema,
  otherDesks: testedOtherDesks,
});
export type ConnectionTest = z.infer<typeof connectionTestSchema>;

/** The result of importing a provisioning file. `why` is one line for support; it never repeats the file's content. */
export const importedFileSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('imported') }),
  z.object({ outcome: z.literal('cancelled') }),
  z.object({ outcome: z.literal('refused'), why: z.string() }),
]);
