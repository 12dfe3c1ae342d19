import { join } from 'node:path';
import type { DeskSettings } from '../../shared/ipc/desk.ts';
import type { KeepingSettings } from '../../shared/keeping.ts';
import type { PrintingChoice } from '../../shared/paper-kinds.ts';
import type { Terminal } from '../../shared/terminal.ts';
import type { SellingObstacle } from '../desk/ports.ts';
import type { DeskLanguage } from '../settings/desk-language.ts';
import type { Merchant } from '../settings/provisioning-file.ts';
import type { Secrets, Settings } from '../settings/settings.ts';

/** What differs between production and training. The two share code and nothing else, above all no database. */
export type World = {
  readonly desk: () => DeskSettings;
  readonly language: DeskLanguage;
  /** Sets this PC's point of sale. It is stored beyond this run if there are settings to store it in. */
  readonly choosePointOfSale: (name: string | null) => void;
  /** Adds a name to those at this desk; stored likewise. */
  readonly addOperator: (name: string) => void;
  /** Who the guest pays, for the head of a receipt; null if the provisioning file did not say. */
  readonly merchant: Merchant | null;
  readonly printing: () => PrintingChoice;
  /** Sets the hour at which the property's day changes; stored likewise. */
  readonly chooseCutOver: (hour: number) => void;
  /** Sets above which sum Maksa asks, in minor units; null: it never does. Stored likewise. */
  readonly chooseAskAbove: (minor: number | null) => void;
  /** Sets how this PC prints. It is stored beyond this run if there are settings to store it in. */
  readonly choosePrinting: (choice: PrintingChoice) => void;
  /** Called when the customer's directory was read: a renamed point of sale is taken over. @returns true if this PC's has a new name. */
  readonly directoryRead: (terminals: readonly Terminal[]) => boolean;
  readonly terminals: readonly Terminal[];
  /** Where the customer keeps the terminals instead, and the property's desks what they charge; null if `terminals` is the list. */
  readonly strapi: WorldStrapi | null;
  readonly nets: { readonly baseUrl: string; readonly username: string; readonly credentials: () => Credentials | null } | null;
  /** Where Willba hears of payments, or null. The secrets are empty until they are read, and where this account has none. */
  readonly willba: { readonly webhookUrl: string; readonly secrets: () => readonly string[] } | null;
  /** The keys that sign Willba's links, the newest first. Empty until they are read, and where this account has none. */
  readonly linkKeys: () => readonly string[];
  /** How long card data is kept, and where the backups go; null in training, of which nothing is backed up. */
  readonly keeping: WorldKeeping | null;
  /** The folder of this world's journal. */
  readonly folder: string;
  readonly obstacle: () => SellingObstacle;
  readonly secretsForThisRunOnly: () => boolean;
  /** Settles when the secrets are read or known to be missing. A sale waits for it, the window does not. */
  readonly ready: Promise<unknown>;
  readonly close: () => Promise<void>;
};

export type WorldKeeping = {
  readonly settings: () => KeepingSettings;
  /** @returns false if there are no settings to store it in. @throws if they cannot be written */
  readonly change: (change: Partial<KeepingSettings>) => boolean;
};

export type WorldStrapi = {
  readonly baseUrl: string;
  /** May read. Null until the secrets are read, and where this account has none. */
  readonly token: () => string | null;
  /** May write payments for the other desks; null likewise. */
  readonly outboxToken: () => string | null;
  /** Whether there is such a token; null where this account cannot read the secrets. */
  readonly mayShare: () => boolean | null;
};

export type Credentials = { readonly username: string; readonly password: string };

export type WorldParts = {
  /** The folder of everything that this PC stores. */
  readonly dataFolder: string;
  /** Null if not configured yet, or if `settingsDamaged`. */
  readonly settings: Settings | null;
  /** There are settings, but they cannot be read. */
  readonly settingsDamaged?: boolean;
  /** Read late, because the system's keyring may take a moment. `kept`: they are stored beyond this run. */
  readonly secrets: Promise<{ readonly secrets: Secrets | null; readonly kept: boolean }>;
  readonly language: DeskLanguage;
  /** Stores changed settings; without it they last for this run only. */
  readonly writeSettings?: (settings: Settings) => void;
};

export const productionFolder = (dataFolder: string): string => dataFolder;
export const trainingFolder = (dataFolder: string): string => join(dataFolder, 'training');
