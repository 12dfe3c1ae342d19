import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import { type Settings, settingsSchema } from './settings.ts';

const NAME = 'settings';

export type SettingsStore = ReturnType<typeof openSettingsStore>;

/**
 * The settings file of this workstation, written by rename, so that it is either the old one or the new one.
 * One that cannot be read is put aside whole, and `putAside` says where: support imports the provisioning file again.
 */
export function openSettingsStore(folder: string, now: () => Date = () => new Date()) {
  const path = join(folder, `${NAME}.json`);
  let putAside: string | null = null;
  let store = open();
  if (store === null || readFrom(store) === 'unreadable') {
    putAside = join(folder, `${NAME}.damaged-${now().toISOString().replace(/[:.]/g, '-')}.json`);
    renameSync(path, putAside);
    store = open();
  }
  const opened = store;
  if (opened === null) throw new Error(`The settings file cannot be made anew: ${path}`);

  function open(): Store<{ settings: unknown }> | null {
    try {
      return new Store<{ settings: unknown }>({ cwd: folder, name: NAME, clearInvalidConfig: false, serialize: toJson });
    } catch (cause) {
      // Not JSON. Anything else, such as missing rights, is no damage and is not put aside.
      if (cause instanceof SyntaxError && existsSync(path)) return null;
      throw cause;
    }
  }

  return {
    putAside,
    read(): Settings | null {
      const found = readFrom(opened);
      return found === 'unreadable' ? null : found;
    },
    write(settings: Settings): void {
      opened.set('settings', settings);
    },
  };
}

function readFrom(store: Store<{ settings: unknown }>): Settings | null | 'unreadable' {
  const raw = store.get('settings');
  if (raw === undefined) return null;
  const parsed = settingsSchema.safeParse(raw);
  return parsed.success ? parsed.data : 'unreadable';
}

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
