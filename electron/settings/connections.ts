import type { Connections, SavedConnections } from '../../shared/connections.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { serviceUrl } from './provisioning-file.ts';
import { noSecrets, type Secrets, type Settings } from './settings.ts';

/** What support may see of the connections: addresses and names, and only whether a secret is kept. */
export const savedConnections = (settings: Settings, secrets: Secrets | null): SavedConnections => ({
  nets: settings.nets === null ? null : { ...settings.nets, hasPassword: secrets?.netsPassword != null },
  strapi: settings.strapi === null ? null : { ...settings.strapi, hasToken: secrets?.strapiToken != null },
});

/**
 * Support's own changes, with the same rules for addresses as the provisioning file's. An empty secret keeps the one that is
 * there, unless the address or the user is another: a secret is never sent to somebody it was not made for.
 */
export function withConnections(
  change: Connections,
  settings: Settings,
  secrets: Secrets | null,
): Result<{ readonly settings: Settings; readonly secrets: Secrets }, 'bad-address' | 'secret-needed' | 'terminals-needed'> {
  const before = secrets ?? noSecrets;
  const netsUrl = serviceUrl.safeParse(change.nets.baseUrl);
  const strapiUrl = change.strapi === null ? null : serviceUrl.safeParse(change.strapi.baseUrl);
  if (!netsUrl.success || strapiUrl?.success === false) return failed('bad-address');
  const nets = { baseUrl: netsUrl.data, username: change.nets.username };
  const sameNets = settings.nets?.baseUrl === nets.baseUrl && settings.nets.username === nets.username;
  const netsPassword = change.nets.password === '' ? (sameNets ? before.netsPassword : null) : change.nets.password;
  const strapi = strapiUrl === null ? null : { baseUrl: strapiUrl.data };
  const typedToken = change.strapi?.token ?? '';
  // Whatever was made for another Strapi goes with it.
  const sameStrapi = settings.strapi?.baseUrl === strapi?.baseUrl;
  const strapiToken = typedToken === '' ? (sameStrapi ? before.strapiToken : null) : typedToken;
  const strapiOutboxToken = sameStrapi ? before.strapiOutboxToken : null;
  const strapiSecrets = strapi === null ? { strapiToken: null, strapiOutboxToken: null } : { strapiToken, strapiOutboxToken };
  // A Strapi that stays as it was may go on without its token: the screen says that it is missing, and the password is of use all the same.
  if (netsPassword === null || (strapi !== null && strapiToken === null && !sameStrapi)) return failed('secret-needed');
  if (strapi === null && settings.strapi !== null && (settings.terminals ?? []).length === 0) return failed('terminals-needed');
  return ok({
    settings: { ...(sameStrapi ? settings : withoutPlaceId(settings)), nets, strapi },
    secrets: { ...before, netsPassword, ...strapiSecrets },
  });
}

type Login = NonNullable<Settings['nets']>;

/** Another Strapi calls another place by that id. */
function withoutPlaceId({ pointOfSaleId: _ofTheOtherStrapi, ...rest }: Settings): Settings {
  return rest;
}

/** Payments that may still have to be looked up. `login`: where, and as whom, they were sent; null where the journal does not say. */
export type PendingPayments = { readonly any: boolean; readonly login: Login | null };

/** An open payment can only be looked up where, and as whom, it was sent: the journal knows that, also where the settings were lost. */
export function losesPayments(next: Settings, earlier: Settings | null, pending: PendingPayments): boolean {
  const before = pending.login ?? earlier?.nets ?? null;
  return pending.any && before !== null && (next.nets?.baseUrl !== before.baseUrl || next.nets.username !== before.username);
}
