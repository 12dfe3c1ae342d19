import { seal, secretsFor } from './sealed-secrets.ts';
import type { SecretsStore } from './secrets-store.ts';
import type { Configuration, NewConfiguration } from './settings.ts';
import type { SettingsStore } from './settings-store.ts';

/** Reads and writes the settings of this PC and the secrets of this account together. */
export function createConfigurationStore(stores: { readonly settings: SettingsStore; readonly secrets: SecretsStore }) {
  return {
    /** What an earlier import stored. Secrets come later, because a keyring may take a moment. */
    read(): Configuration {
      const settings = stores.settings.read();
      const secrets = stores.secrets.read().then((sealed) => ({
        secrets: sealed === null ? null : secretsFor(settings, sealed),
        kept: sealed !== null,
      }));
      return { settings, secrets, settingsDamaged: stores.settings.isDamaged() };
    },
    /**
     * Writes the secrets first: settings with a host but no password would look configured. If the settings cannot be written, the earlier
     * secrets are put back, because the new ones belong to a log-in that the settings do not name.
     */
    async keep({ settings, secrets }: NewConfiguration): Promise<Configuration> {
      const earlier = await stores.secrets.read();
      const kept = await stores.secrets.write(seal(settings, secrets));
      try {
        stores.settings.write(settings);
      } catch (cause) {
        if (earlier !== null) await stores.secrets.write(earlier);
        throw cause;
      }
      return { settings, secrets: Promise.resolve({ secrets, kept }), settingsDamaged: false };
    },
    readSettings: stores.settings.read,
    writeSettings: stores.settings.write,
    writeLanguage: stores.settings.writeLanguage,
  };
}
export type ConfigurationStore = ReturnType<typeof createConfigurationStore>;
