import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Secrets, type Settings, secretsSchema, settingsSchema } from './settings.ts';

/** What one account stores encrypted: its secrets, and the addresses and users they were given for. */
export const sealedSchema = z.object({ secrets: secretsSchema, givenFor: settingsSchema.pick({ nets: true, strapi: true, willba: true }) });
export type Sealed = z.infer<typeof sealedSchema>;

export const seal = ({ nets, strapi, willba }: Settings, secrets: Secrets): Sealed => ({ secrets, givenFor: { nets, strapi, willba } });

/**
 * The settings belong to the PC, the secrets to an account. Another account may have imported another address or user since. A secret that
 * was given for another address or user is left out, and so is never sent to the new one.
 */
export function secretsFor(settings: Settings | null, { secrets, givenFor }: Sealed): Secrets {
  const given = <S>(part: keyof Sealed['givenFor'], secret: S, none: S): S =>
    isDeepStrictEqual(settings?.[part] ?? null, givenFor[part]) ? secret : none;
  return {
    netsPassword: given('nets', secrets.netsPassword, null),
    strapiToken: given('strapi', secrets.strapiToken, null),
    strapiOutboxToken: given('strapi', secrets.strapiOutboxToken, null),
    webhookSecret: given('willba', secrets.webhookSecret, []),
    linkKey: given('willba', secrets.linkKey, []),
  };
}
