import { existsSync } from 'node:fs';
import type { PosErrorCode } from '../../shared/errors.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { replaceFile, UnwritableFile } from '../storage/replace-file.ts';
import { checkOwn, ForeignFile } from '../system/private-files.ts';

/**
 * Saves a file where a person chose. It is written beside the old one and renamed, so that a full disk loses nothing; never through a link.
 * No file of this program has the ending that is asked for, so none can be overwritten.
 */
export function saveFile(path: string, ending: string, fill: Parameters<typeof replaceFile>[1]): Result<null, PosErrorCode> {
  const hasEnding = path.toLowerCase().endsWith(`.${ending}`);
  const target = hasEnding ? path : `${path}.${ending}`;
  // The system's dialog asked only about the name that was chosen there.
  if (!hasEnding && existsSync(target)) return failed('file-exists');
  try {
    checkOwn(target);
    replaceFile(target, fill);
    return ok(null);
  } catch (cause) {
    return failed(reasonOf(cause));
  }
}

function reasonOf(cause: unknown): PosErrorCode {
  if (cause instanceof ForeignFile) return 'file-foreign';
  const inner = cause instanceof UnwritableFile ? cause.cause : cause;
  if (inner instanceof ForeignFile) return 'file-foreign';
  switch (inner instanceof Error && 'code' in inner ? inner.code : null) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'file-disk-full';
    // Windows says EPERM for a file that another program has open.
    case 'EBUSY':
    case 'ETXTBSY':
      return 'file-in-use';
    case 'EPERM':
      return process.platform === 'win32' ? 'file-in-use' : 'file-read-only';
    case 'EACCES':
    case 'EROFS':
      return 'file-read-only';
    default:
      return 'file-unwritable';
  }
}
