import { type BrowserWindow, dialog, session } from 'electron';
import type { PosError, PosErrorCode } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import { posError } from '../desk/pos-error.ts';
import type { ComfortKeeper } from '../program/comfort-part.ts';
import { composeProgram, type Program } from '../program/compose.ts';
import type { ProgramHost } from '../program/world.ts';
import { productionFolder } from '../program/worlds.ts';
import { type ConfigurationStore, createConfigurationStore } from '../settings/configuration-store.ts';
import type { DeskLanguage } from '../settings/desk-language.ts';
import type { Provisioning } from '../settings/provisioning-file.ts';
import { openSecretsStore } from '../settings/secrets-store.ts';
import type { Configuration } from '../settings/settings.ts';
import type { SettingsKeeper } from '../settings/settings-commands.ts';
import { openSettingsStore } from '../settings/settings-store.ts';
import { isHeld } from '../storage/journal-lock.ts';
import type { Log } from '../support/log.ts';
import { systemIds } from '../system/ids.ts';
import type { Folders } from './folders.ts';
import { importProvisioning, pendingIn } from './import-provisioning.ts';
import { createLatePaperDevice } from './late-paper-device.ts';
import { createOutcomeNotice } from './outcome-notice.ts';
import { readProvisioningFile } from './provisioning.ts';

type Given = {
  readonly folders: Folders;
  readonly training: boolean;
  /** Null: the settings are read. */
  readonly imported: Configuration | null;
  /** Learns how to store what is chosen: the file of the settings is opened here. */
  readonly language: DeskLanguage;
  readonly log: Log;
  readonly host: ProgramHost;
  readonly comfort: ComfortKeeper;
  readonly window: BrowserWindow;
};

/** What the program needs of Electron is gathered here, in a part that loads while the window comes up. */
export function composeInElectron({ folders, training, imported, language, log, host, comfort, window }: Given): {
  readonly program: Program;
  readonly error: (code: PosErrorCode) => PosError;
} {
  const store = openStore(folders, log);
  const configuration = imported ?? store.read();
  const program = composeProgram({
    dataFolder: folders.data,
    ...configuration,
    language: language.storedBy(store.writeLanguage),
    training,
    resolveProxy: (url) => session.defaultSession.resolveProxy(url),
    log,
    host,
    comfort,
    tellOutcome: createOutcomeNotice(window, comfort),
    keeper: keepIn(store, folders.data),
    paper: createLatePaperDevice(log),
  });
  return { program, error: (code) => posError(code, systemIds.errorRef()) };
}

/** A person chooses the file in the system's own dialog: neither its path nor what it holds ever reaches the window. */
function keepIn(store: ConfigurationStore, folder: string): SettingsKeeper {
  return {
    async chooseFile() {
      const { canceled, filePaths } = await dialog.showOpenDialog({
        properties: ['openFile'],
        filters: [{ name: 'JSON', extensions: ['json'] }],
      });
      const [path] = filePaths;
      return canceled || path === undefined ? null : readProvisioningFile(path);
    },
    async chooseFolder() {
      const { canceled, filePaths } = await dialog.showOpenDialog({ properties: ['openDirectory', 'createDirectory'] });
      return canceled ? null : (filePaths[0] ?? null);
    },
    read: store.read,
    writeSettings: store.writeSettings,
    keep: store.keep,
    pending: () => pendingIn(productionFolder(folder)),
  };
}

export function importInElectron(folders: Folders, file: Provisioning): Promise<Result<Configuration, string>> {
  const production = productionFolder(folders.data);
  return importProvisioning(file, {
    store: openStore(folders, null),
    isOpenElsewhere: () => isHeld(production),
    pending: () => pendingIn(production),
  });
}

function openStore({ data, account }: Folders, log: Log | null): ConfigurationStore {
  const settings = openSettingsStore(data);
  if (settings.isDamaged()) log?.error('the settings cannot be read; they are put aside when a provisioning file is imported');
  return createConfigurationStore({ settings, secrets: openSecretsStore(account) });
}
