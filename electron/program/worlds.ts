import { join } from 'node:path';
import type { DeskSettings } from '../../shared/ipc/desk.ts';
import type { Language } from '../../shared/money.ts';
import type { Terminal } from '../../shared/terminal.ts';
import type { SellingObstacle } from '../desk/ports.ts';
import type { Secrets, Settings } from '../settings/settings.ts';

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
