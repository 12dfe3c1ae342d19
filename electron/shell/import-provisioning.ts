import { failed, ok, type Result } from '../../shared/result.ts';
import { changesLogin } from '../settings/connections.ts';
import type { Provisioning } from '../settings/provisioning-file.ts';
import type { SecretsStore } from '../settings/secrets-store.ts';
import { applyProvisioning, type Configuration } from '../settings/settings.ts';
import type { SettingsStore } from '../settings/settings-store.ts';

/**
 * Takes a valid file into use. Refused, with nothing changed, when it would change the Nets host or user while a payment
 * is open: that payment can only be looked up where, and as whom, it was sent.
 */
export async function importProvisioning(
  file: Provisioning,
  stores: { readonly settings: SettingsStore; readonly secrets: SecretsStore; readonly hasOpenPayment: () => boolean },
): Promise<Result<Configuration, string>> {
  const earlier = stores.settings.read();
  const { settings, secrets } = applyProvisioning(file, earlier);
  if (changesLogin(settings, earlier) && stores.hasOpenPayment()) {
    return failed('the file changes the Nets host or user while a payment is open; settle the payment first');
  }
  // Secrets first: settings that name a host without its password would look configured and not be.
  const kept = await stores.secrets.write(secrets);
  stores.settings.write(settings);
  return ok({ settings, secrets: Promise.resolve({ secrets, kept }) });
}

/** What an earlier import left. Secrets come later: a keyring may take a moment. */
export function readConfiguration(stores: { readonly settings: SettingsStore; readonly secrets: SecretsStore }): Configuration {
  const secrets = stores.secrets.read().then((found) => ({ secrets: found, kept: found !== null }));
  return { settings: stores.settings.read(), secrets };
}
