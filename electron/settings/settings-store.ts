import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import type { Language } from '../../shared/money.ts';
import { makePrivate, PRIVATE_FILE } from '../system/private-files.ts';
import { type Settings, settingsSchema } from './settings.ts';

const NAME = 'settings';

export type SettingsStore = ReturnType<typeof openSettingsStore>;

/** The language stands beside the settings: it can be chosen before there are any. */
type Stored = { settings: unknown; language: Language };
type Opened = Conf<Stored>;

/**
 * The settings file of this PC. It is written by rename, so it always holds either the old or the new settings. A damaged file stays until
 * new settings are written; then it is put aside whole. A file that cannot be opened for now (a virus scanner holds it, or this account has
 * no right) is left as it is.
 */
export function openSettingsStore(folder: string, now: () => Date = () => new Date()) {
  const path = join(folder, `${NAME}.json`);
  let outOfReach: unknown = null;
  let store = open();

  /** Null if the file cannot be read. */
  function open(): Opened | null {
    outOfReach = null;
    try {
      makePrivate(path);
      const opened = new Conf<Stored>({
        cwd: folder,
        configName: NAME,
        clearInvalidConfig: false,
        serialize: toJson,
        configFileMode: PRIVATE_FILE,
      });
      return readFrom(opened) === 'unreadable' ? null : opened;
    } catch (cause) {
      if (!existsSync(path)) throw cause;
      if (!(cause instanceof SyntaxError)) outOfReach = cause;
      return null;
    }
  }

  function createAgain(): Opened {
    if (outOfReach !== null) throw outOfReach;
    renameSync(path, join(folder, `${NAME}.damaged-${now().toISOString().replace(/[:.]/g, '-')}.json`));
    const opened = open();
    if (opened === null) throw new Error(`The settings file cannot be created again: ${path}`);
    return opened;
  }

  return {
    /** The file exists and cannot be read: support must import the provisioning file again, or somebody tries later. */
    isDamaged: () => store === null,
    /** The settings as they are stored now: another account may have repaired the file. */
    read(): Settings | null {
      store ??= open();
      const found = store === null ? null : readFrom(store);
      return found === 'unreadable' ? null : found;
    },
    /** @throws if the file cannot be written; it is then unchanged, or put aside if it was damaged. */
    write(settings: Settings): void {
      store ??= open() ?? createAgain();
      store.set('settings', settings);
    },
    /** Nothing is written into a file that cannot be read: it is put aside only for new settings. */
    writeLanguage(language: Language): void {
      store ??= open();
      store?.set('language', language);
    },
  };
}

function readFrom(store: Opened): Settings | null | 'unreadable' {
  const raw = store.get('settings');
  if (raw === undefined) return null;
  const parsed = settingsSchema.safeParse(raw);
  return parsed.success ? parsed.data : 'unreadable';
}

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
