import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Secrets, type Settings, secretsSchema, settingsSchema } from './settings.ts';

/** What one account seals: its secrets, and the addresses and users that they were given for. */
export const sealedSchema = z.object({ secrets: secretsSchema, givenFor: settingsSchema.pick({ nets: true, strapi: true, willba: true }) });
export type Sealed = z.infer<typeof sealedSchema>;

export const seal = ({ nets, strapi, willba }: Settings, secrets: Secrets): Sealed => ({ secrets, givenFor: { nets, strapi, willba } });

/**
 * Settings are this PC's, secrets an account's: another account may have imported another address or user since these were
 * sealed. What was given for somebody else is not there, and is never sent to the new one.
 */
export function secretsFor(settings: Settings | null, { secrets, givenFor }: Sealed): Secrets {
  const given = (part: keyof Sealed['givenFor'], secret: string | null): string | null =>
    isDeepStrictEqual(settings?.[part] ?? null, givenFor[part]) ? secret : null;
  return {
    netsPassword: given('nets', secrets.netsPassword),
    strapiToken: given('strapi', secrets.strapiToken),
    strapiOutboxToken: given('strapi', secrets.strapiOutboxToken),
    webhookSecret: given('willba', secrets.webhookSecret),
    linkKey: given('willba', secrets.linkKey),
  };
}
