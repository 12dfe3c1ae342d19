import Store from 'electron-store';
import { failed, ok, type Result } from '../../shared/result.ts';
import { type Settings, settingsSchema } from './settings.ts';

export type SettingsStore = ReturnType<typeof openSettingsStore>;

/**
 * The settings file of this workstation. Written by rename, so that it is either the old one or the new one.
 * A file that cannot be read is put aside by name and never overwritten in place.
 */
export function openSettingsStore(folder: string) {
  const store = new Store<{ settings: unknown }>({ cwd: folder, name: 'settings', clearInvalidConfig: false, serialize: toJson });
  return {
    read(): Result<Settings | null, 'unreadable'> {
      const raw = store.get('settings');
      if (raw === undefined) return ok(null);
      const parsed = settingsSchema.safeParse(raw);
      return parsed.success ? ok(parsed.data) : failed('unreadable');
    },
    write(settings: Settings): void {
      store.set('settings', settings);
    },
  };
}

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
