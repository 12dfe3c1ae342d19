import type { WriteFailure } from '../payments/ports.ts';
import { sqliteCode } from './sqlite.ts';

/** Why the journal cannot be used. Each reason stops new sales; none of them changes or removes files. */
export type OpenFailure =
  /** Written by a newer version of this program. The file is left unchanged. */
  | { readonly kind: 'newer-schema'; readonly found: number; readonly known: number }
  /** Damaged. `putAside` is the complete file's new path; null when it could not be renamed or is only being read. */
  | { readonly kind: 'damaged'; readonly putAside: string | null; readonly cause: unknown }
  /** No rights, locked, a folder with its name, a failing disk: the payments may well be undamaged. */
  | { readonly kind: 'unreadable'; readonly cause: unknown }
  | { readonly kind: 'disk-full'; readonly cause: unknown }
  | { readonly kind: 'old-sqlite'; readonly found: string; readonly needed: string };

/** On a full disk SQLite fails first at the log's index, which it creates at its full size at once (seen on a small tmpfs). */
const DISK_FULL: ReadonlySet<string> = new Set(['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC']);

export type Trouble = 'damaged' | 'disk-full' | 'unreadable';

/** What an exception from SQLite or the file system means for the files. */
export function troubleOf(cause: unknown): Trouble {
  if (cause instanceof DamagedContent) return 'damaged';
  const code = sqliteCode(cause) ?? systemCode(cause);
  if (code !== null && DISK_FULL.has(code)) return 'disk-full';
  return code === 'SQLITE_NOTADB' || code?.startsWith('SQLITE_CORRUPT') === true ? 'damaged' : 'unreadable';
}

/** Another program holds the file for a moment: a backup or a virus scanner. */
export const isBusy = (cause: unknown): boolean => sqliteCode(cause)?.startsWith('SQLITE_BUSY') === true;

export function writeFailure(cause: unknown): WriteFailure {
  return { kind: troubleOf(cause) === 'disk-full' ? 'disk-full' : 'unavailable', cause };
}

function systemCode(cause: unknown): string | null {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
}

/** SQLite could read the file, but its content is inconsistent or was not written by this program. */
export class DamagedContent extends Error {
  override readonly name: string = 'DamagedContent';
}

/**
 * A stored payment that cannot be read. The journal's reads throw it, because their return types have no place for it: leaving the payment
 * out, or guessing it, would be a guess about money.
 */
export class DamagedPayment extends DamagedContent {
  override readonly name = 'DamagedPayment';
  readonly paymentId: string;
  constructor(paymentId: string, cause: unknown) {
    super(`The journal's payment ${paymentId} cannot be read`, { cause });
    this.paymentId = paymentId;
  }
}
