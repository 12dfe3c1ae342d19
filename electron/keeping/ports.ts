import type { BackupTrouble, KeepingSettings } from '../../shared/keeping.ts';

/** What was erased: counts and times, never what it was. */
export type Erased = {
  readonly rows: number;
  readonly receipts: number;
  readonly events: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly isLogEmpty: boolean;
  readonly isClockDoubted: boolean;
};

/** `message` is one masked line. */
export type Trouble = { readonly why: BackupTrouble; readonly message: string };
/** `stopped`: the program is closing, or other upkeep is at work. */
export type Report =
  | { readonly kind: 'erased'; readonly erased: Erased }
  /** `trouble`: why the backup is in the program's own folder and not in the chosen one. */
  | { readonly kind: 'backed-up'; readonly made: { readonly payments: number; readonly deleted: number }; readonly trouble: Trouble | null }
  | ({ readonly kind: 'failed' } & Trouble)
  | { readonly kind: 'stopped' };

/** The journal's upkeep, beside the desk. Times in ISO 8601, UTC. */
export interface JournalUpkeep {
  backups(): {
    readonly last: { readonly at: string; readonly folder: string | null } | null;
    readonly ownAt: string | null;
  };
  backUp(order: { readonly folder: string | null; readonly isOwnEnough: boolean; readonly now: string }): Promise<Report>;
  eraseBefore(before: string, now: string): Promise<Report>;
}

/** What support has set for this PC. */
export interface KeepingChoice {
  settings(): KeepingSettings;
  /** @returns false if there are no settings to store it in. @throws if they cannot be written */
  change(change: Partial<KeepingSettings>): boolean;
}

export type UpkeepWatchParts = {
  readonly upkeep: JournalUpkeep;
  /** Null in training: exercises are erased too, and not backed up. */
  readonly choice: KeepingChoice | null;
  /** Settles when the whole journal was read. */
  readonly checked: Promise<void>;
  /** The journal was read and is whole, as far as is known. */
  readonly mayWork: () => boolean;
  /** A guest is paying. */
  readonly isBusy: () => boolean;
  readonly clock: { wallTime(): string; after(ms: number, fire: () => void): () => void };
  readonly log: { info(message: string): void; warn(message: string): void };
  readonly changed: () => void;
};
