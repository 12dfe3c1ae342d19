import { join } from 'node:path';
import type { DeskSettings } from '../../shared/ipc/desk.ts';
import type { Language } from '../../shared/money.ts';
import type { Terminal } from '../../shared/terminal.ts';
import type { SellingObstacle } from '../desk/ports.ts';
import { knowSecret } from '../masking/secrets.ts';
import { productionDesk, trainingDesk } from '../settings/desk-settings.ts';
import type { Secrets, Settings } from '../settings/settings.ts';
import { makePrivateFolder, writeOwn } from '../system/private-files.ts';
import { followPlace } from '../terminals/place.ts';

/** One mode's world: production and training share code and nothing else, least of all a database. */
export type World = {
  readonly desk: () => DeskSettings;
  /** This PC's place; kept beyond this run where there is something to keep it in. */
  readonly choosePointOfSale: (name: string | null) => void;
  /** The customer's directory was read: a renamed place is followed. @returns whether this PC's has another name now. */
  readonly directoryRead: (terminals: readonly Terminal[]) => boolean;
  readonly terminals: readonly Terminal[];
  /** Where the customer keeps them instead, or null. */
  readonly strapi: { readonly baseUrl: string; readonly token: () => string | null } | null;
  readonly nets: { readonly baseUrl: string; readonly username: string; readonly credentials: () => Credentials | null } | null;
  /** Where this world's journal lies. */
  readonly folder: string;
  readonly obstacle: () => SellingObstacle;
  readonly secretsForThisRunOnly: () => boolean;
  /** What must have happened before a sale can be sent; the window does not wait for it. */
  readonly ready: Promise<unknown>;
  readonly close: () => Promise<void>;
};

export type Credentials = { readonly username: string; readonly password: string };

export type WorldParts = {
  /** Everything this workstation keeps. */
  readonly dataFolder: string;
  /** Null: not configured yet. */
  readonly settings: Settings | null;
  /** Not configured any more: there were settings, and they cannot be read. */
  readonly settingsDamaged?: boolean;
  /** Read late, because a keyring may take a moment; selling waits for it, the window does not. */
  readonly secrets: Promise<{ readonly secrets: Secrets | null; readonly kept: boolean }>;
  readonly language: Language | null;
  /** Keeps changed settings; without it they last for this run. */
  readonly writeSettings?: (settings: Settings) => void;
};

export const productionFolder = (dataFolder: string): string => dataFolder;
export const trainingFolder = (dataFolder: string): string => join(dataFolder, 'training');

export function productionWorld({ dataFolder, settings, settingsDamaged, secrets, language, writeSettings }: WorldParts): World {
  let current = settings;
  let loaded: Awaited<typeof secrets> | null = null;
  const ready = secrets.then(
    (found) => {
      // From here on none of them may be kept or shown, whoever says it back.
      for (const secret of Object.values(found.secrets ?? {})) knowSecret(secret);
      loaded = found;
    },
    () => {
      // To this account they are not there; the desk is told so.
      loaded = { secrets: null, kept: false };
    },
  );
  const nets = settings?.nets ?? null;

  function keep(next: Settings): void {
    writeSettings?.(next);
    current = next;
  }

  function obstacle(): SellingObstacle {
    if (settings !== null && nets === null) return 'manual-only';
    if (nets === null) return settingsDamaged === true ? 'settings-damaged' : 'not-configured';
    return loaded !== null && loaded.secrets?.netsPassword == null ? 'secrets-missing' : null;
  }

  return {
    desk: () => productionDesk(current, language),
    choosePointOfSale(name) {
      if (current === null) return;
      const { pointOfSaleId: _ofTheOneBefore, ...rest } = current;
      keep({ ...rest, pointOfSale: name, placeChosen: true });
    },
    directoryRead(read) {
      if (current === null || current.pointOfSale === null) return false;
      const { pointOfSale: name, pointOfSaleId = null } = current;
      const place = followPlace({ name, id: pointOfSaleId }, read);
      if (place === null) return false;
      keep({ ...current, pointOfSale: place.name, ...(place.id === null ? {} : { pointOfSaleId: place.id }) });
      return place.name !== name;
    },
    terminals: settings?.terminals ?? [],
    strapi: settings?.strapi == null ? null : { baseUrl: settings.strapi.baseUrl, token: () => loaded?.secrets?.strapiToken ?? null },
    nets:
      nets === null
        ? null
        : {
            ...nets,
            credentials: () => {
              const password = loaded?.secrets?.netsPassword ?? null;
              return password === null ? null : { username: nets.username, password };
            },
          },
    // Also without settings: they may have been lost, and the payments have not.
    folder: productionFolder(dataFolder),
    obstacle,
    // Said of what Nets needs: without Nets nothing is lost at the end of this run.
    secretsForThisRunOnly: () => nets !== null && loaded !== null && loaded.secrets !== null && !loaded.kept,
    ready,
    close: async () => undefined,
  };
}

/** Loaded only when somebody trains: the simulator is no part of a production start. */
export async function trainingWorld({ dataFolder, settings, language }: WorldParts): Promise<World> {
  const { startTraining } = await import('../training/start-training.ts');
  const { simulator, credentials, pointOfSale, terminals } = await startTraining();
  const folder = trainingFolder(dataFolder);
  makePrivateFolder(folder);
  // Where a teacher or a test finds the simulator's ledger. It holds made-up money only.
  writeOwn(join(folder, 'simulator.json'), `${JSON.stringify({ baseUrl: simulator.baseUrl })}\n`);
  let desk = trainingDesk(settings, language, pointOfSale);
  return {
    desk: () => desk,
    choosePointOfSale(name) {
      desk = { ...desk, pointOfSale: name };
    },
    directoryRead: () => false,
    terminals: terminals.map(({ terminalId, name, active, location, pointOfSale: place }) => ({
      terminalId,
      name,
      active,
      location,
      pointOfSale: place,
    })),
    strapi: null,
    nets: { baseUrl: simulator.baseUrl, username: credentials.username, credentials: () => credentials },
    folder,
    obstacle: () => null,
    secretsForThisRunOnly: () => false,
    ready: Promise.resolve(),
    close: () => simulator.close(),
  };
}
