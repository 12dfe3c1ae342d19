import type { PosErrorCode } from '../../shared/errors.ts';
import type { CommandResult } from '../../shared/ipc/contract.ts';
import type { Keeping } from '../../shared/ipc/keeping.ts';
import { type KeepingSettings, keepingSettingsSchema } from '../../shared/keeping.ts';
import { ok } from '../../shared/result.ts';
import type { Part } from '../program/part.ts';
import type { KeepingChoice, UpkeepWatchParts } from './ports.ts';
import { createUpkeepWatch } from './upkeep-watch.ts';

export type KeepingParts = UpkeepWatchParts & {
  /** The journal could not be opened, or is damaged. */
  readonly isShut: () => boolean;
  /** Another account has the program open, and uses the settings as it read them. */
  readonly isOpenElsewhere: () => boolean;
  /** Asks a person for a folder; null if they cancelled. */
  readonly chooseFolder: () => Promise<string | null>;
  readonly refuse: (code: PosErrorCode) => Extract<CommandResult<'keepFor'>, { readonly ok: false }>;
};

/** How long this PC keeps card data, and its backups. */
export function keepingPart(parts: KeepingParts) {
  const { upkeep, choice, refuse } = parts;
  const watch = createUpkeepWatch(parts);

  function status({ settings }: KeepingChoice): Keeping {
    const { backupFolder, months } = settings();
    const { last, ownAt } = upkeep.backups();
    return {
      ...{ months, backupFolder, ownBackupAt: ownAt },
      lastBackupAt: last?.folder === backupFolder ? last.at : null,
      trouble: watch.trouble(),
      isBackingUp: watch.isBackingUp(),
    };
  }

  function change(wanted: Partial<KeepingSettings>): ReturnType<KeepingParts['refuse']> | null {
    if (choice === null) return refuse('not-possible-now');
    if (parts.isOpenElsewhere()) return refuse('open-elsewhere');
    if (!choice.change(wanted)) return refuse('not-configured');
    parts.changed();
    return null;
  }

  return {
    slices: { keeping: () => (choice === null || parts.isShut() ? null : status(choice)) },
    commands: {
      async chooseBackupFolder() {
        if (choice === null) return refuse('not-possible-now');
        const folder = await parts.chooseFolder();
        if (folder === null) return ok({ outcome: 'cancelled' });
        if (!keepingSettingsSchema.shape.backupFolder.safeParse(folder).success) return refuse('invalid-request');
        const refused = change({ backupFolder: folder });
        if (refused !== null) return refused;
        await watch.backUpNow();
        return ok({ outcome: 'chosen' });
      },
      async keepBackupsHere() {
        const refused = change({ backupFolder: null });
        if (refused === null) await watch.backUpNow();
        return refused ?? ok(null);
      },
      keepFor({ months }) {
        const refused = change({ months });
        if (refused === null) watch.eraseSoon();
        return refused ?? ok(null);
      },
      async backUpNow() {
        if (choice === null || parts.isShut()) return refuse('not-possible-now');
        await watch.backUpNow();
        return ok(null);
      },
    },
    start: watch.start,
    wake: watch.wake,
    close: watch.close,
  } satisfies Part;
}
