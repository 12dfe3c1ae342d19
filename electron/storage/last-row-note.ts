import { closeSync, fdatasyncSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { missingPaymentsSchema } from '../../shared/missing-payments.ts';
import { checkOwn, openOwn, WRITE } from '../system/private-files.ts';
import { keepName } from './replace-file.ts';

/** One disk sector: after a power cut it holds the old or the new content, never half of each. */
const NOTE_BYTES = 512;

const noteSchema = z.object({
  version: z.literal(1),
  /** The journal's last row when this was written; null if it had none. */
  last: z.object({ row: z.int().min(1), paymentId: z.string(), at: z.string() }).nullable(),
  /** What may be missing, if nobody has confirmed the message yet. */
  missing: missingPaymentsSchema.nullable(),
});
export type LastRowNote = Omit<z.infer<typeof noteSchema>, 'version'>;
export type LastRow = NonNullable<LastRowNote['last']>;

export type FoundNote =
  | { readonly kind: 'read'; readonly note: LastRowNote }
  /** No note, or an empty one: the program was killed while creating it. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly cause: unknown };

export const notePath = (databasePath: string): string => `${databasePath}.last-row`;

export function readNote(path: string): FoundNote {
  try {
    checkOwn(path);
    const text = readFileSync(path, 'utf8').replace(/^[\0\s]+|[\0\s]+$/g, '');
    if (text === '') return { kind: 'absent' };
    const { version: _version, ...note } = noteSchema.parse(JSON.parse(text));
    return { kind: 'read', note };
  } catch (cause) {
    return isAbsent(cause) ? { kind: 'absent' } : { kind: 'unreadable', cause };
  }
}

/**
 * Written in place and not by rename, so that it needs no room on a full disk and is fast: it is written after every row. @throws if it
 * cannot be written.
 */
export function writeNote(path: string, note: LastRowNote): void {
  const record = Buffer.alloc(NOTE_BYTES, ' ');
  const text = JSON.stringify({ version: 1, ...note });
  if (Buffer.byteLength(text) >= NOTE_BYTES) throw new Error('The note of the last row is too long');
  record.write(text);
  record.write('\n', NOTE_BYTES - 1);
  const file = openOwn(path, WRITE);
  try {
    writeSync(file, record, 0, NOTE_BYTES, 0);
    fdatasyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Writes the first note of a start. A note that cannot be read is kept under another name, for support. @throws if it cannot be written.
 */
export function beginNote(path: string, found: FoundNote, note: LastRowNote, now: string): void {
  if (found.kind === 'unreadable') renameSync(path, `${path}.damaged-${now.replaceAll(':', '-')}`);
  writeNote(path, note);
  if (found.kind !== 'read') keepName(path);
}

const isAbsent = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
