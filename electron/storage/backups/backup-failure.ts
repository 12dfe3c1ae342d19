import type { BackupTrouble } from '../../../shared/keeping.ts';
import { troubleOf } from '../storage-failure.ts';

/** No backup was made. The journal and the earlier backups are as they were. */
export class BackupFailure extends Error {
  override readonly name = 'BackupFailure';
  readonly why: BackupTrouble;
  /** As the system would say it, so that it is known for a full disk everywhere. */
  readonly code: string | undefined;
  constructor(why: BackupTrouble, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.why = why;
    this.code = why === 'disk-full' ? 'ENOSPC' : undefined;
  }
}

/** Nobody waits for it any more: the program is closing. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

export function whyOf(cause: unknown): BackupTrouble {
  if (cause instanceof BackupFailure) return cause.why;
  return troubleOf(cause) === 'disk-full' ? 'disk-full' : 'failed';
}
