import { z } from 'zod';
import { RETENTION_MONTHS } from './retention.ts';

/** `folder-gone`: it is not there, for example because its network share is away. `not-whole`: the copy was checked and is damaged. */
export const backupTroubles = ['folder-gone', 'folder-unwritable', 'disk-full', 'not-whole', 'failed'] as const;
export type BackupTrouble = (typeof backupTroubles)[number];

/** What this PC keeps, for how long, and where. */
export const keepingSettingsSchema = z.object({
  months: z.int().min(RETENTION_MONTHS.least).max(RETENTION_MONTHS.most),
  /** Where support wants the backups; null for the program's own folder. */
  backupFolder: z.string().min(1).max(1_000).nullable(),
});
export type KeepingSettings = z.infer<typeof keepingSettingsSchema>;
