import type { Connections, SavedConnections } from '../../shared/connections.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { serviceUrl } from './provisioning-file.ts';
import { noSecrets, type Secrets, type Settings } from './settings.ts';

/** What support may see: addresses and user names, and whether a secret is stored, but not the secret. */
export const savedConnections = (settings: Settings, secrets: Secrets | null): SavedConnections => ({
  nets: settings.nets === null ? null : { ...settings.nets, hasPassword: secrets?.netsPassword != null },
  strapi:
    settings.strapi === null
      ? null
      : { ...settings.strapi, hasToken: secrets?.strapiToken != null, hasOutboxToken: secrets?.strapiOutboxToken != null },
  willba:
    settings.willba === null
      ? null
      : {
          webhookUrl: settings.willba.webhookUrl,
          hasWebhookSecret: (secrets?.webhookSecret ?? []).length > 0,
          hasLinkKey: (secrets?.linkKey ?? []).length > 0,
        },
});

/**
 * Support's own changes, with the same rules for addresses as in the provisioning file. An empty secret keeps the stored one, unless the
 * address or user changes: a secret is never sent to a server it was not made for.
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
  // Secrets of another Strapi are dropped with it.
  const sameStrapi = settings.strapi?.baseUrl === strapi?.baseUrl;
  const strapiToken = typedToken === '' ? (sameStrapi ? before.strapiToken : null) : typedToken;
  const strapiOutboxToken = sameStrapi ? before.strapiOutboxToken : null;
  const strapiSecrets = strapi === null ? { strapiToken: null, strapiOutboxToken: null } : { strapiToken, strapiOutboxToken };
  // An unchanged Strapi may be saved without its token: the screen says that it is missing, and the Nets password is useful anyway.
  if (netsPassword === null || (strapi !== null && strapiToken === null && !sameStrapi)) return failed('secret-needed');
  if (strapi === null && settings.strapi !== null && (settings.terminals ?? []).length === 0) return failed('terminals-needed');
  return ok({
    settings: { ...(sameStrapi ? settings : withoutPlaceId(settings)), nets, strapi },
    secrets: { ...before, netsPassword, ...strapiSecrets },
  });
}

type Login = NonNullable<Settings['nets']>;

/** Another Strapi uses that id for another place. */
function withoutPlaceId({ pointOfSaleId: _ofTheOtherStrapi, ...rest }: Settings): Settings {
  return rest;
}

/** Payments that may still need a lookup. `login`: the host and user they were sent with; null if the journal does not say. */
export type PendingPayments = { readonly any: boolean; readonly login: Login | null };

/** An open payment can only be looked up with the host and user it was sent with. The journal knows them even if the settings were lost. */
export function losesPayments(next: Settings, earlier: Settings | null, pending: PendingPayments): boolean {
  const before = pending.login ?? earlier?.nets ?? null;
  return pending.any && before !== null && (next.nets?.baseUrl !== before.baseUrl || next.nets.username !== before.username);
}
