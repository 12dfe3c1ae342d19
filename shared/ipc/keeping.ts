import { z } from 'zod';
import { backupTroubles, keepingSettingsSchema } from '../keeping.ts';
import { nothing } from './fields.ts';
import type { Subject } from './subject.ts';

/** What this PC keeps, and its backups. Times in ISO 8601, UTC. */
export const keepingSchema = z.object({
  ...keepingSettingsSchema.shape,
  /** The last good backup in the folder that is chosen now; null if there is none yet. */
  lastBackupAt: z.string().nullable(),
  /** The last good one on this PC, made where the chosen folder could not be used; null if there is none. */
  ownBackupAt: z.string().nullable(),
  /** Why the last try brought none into the chosen folder; null if it did, or none was made in this run. */
  trouble: z.object({ at: z.string(), why: z.enum(backupTroubles) }).nullable(),
  isBackingUp: z.boolean(),
});
export type Keeping = z.infer<typeof keepingSchema>;

export const keeping = {
  commands: {
    /** Asks for a folder in the system's own dialog, and backs up into it at once. */
    chooseBackupFolder: { input: nothing, output: z.object({ outcome: z.enum(['chosen', 'cancelled']) }) },
    /** Back to the program's own folder. */
    keepBackupsHere: { input: nothing, output: nothing },
    keepFor: { input: keepingSettingsSchema.pick({ months: true }), output: nothing },
    /** Settles when it is over; the slice tells how it went. */
    backUpNow: { input: nothing, output: nothing },
  },
  /** Null in training, of which nothing is backed up, and where the journal cannot be used. */
  slices: { keeping: keepingSchema.nullable() },
} as const satisfies Subject;
