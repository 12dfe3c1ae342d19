import { basename } from 'node:path';

/** How a journal is named that has no id yet, because it was never backed up. */
export const NO_ID = '000000000000';
export type BackupName = {
  /** The journal that was copied: several desks may keep their backups in one folder. */
  readonly journal: string;
  /** ISO 8601, UTC, in whole seconds. */
  readonly at: string;
  readonly version: number;
  /** The first half of the file's SHA-256: with it every flipped bit is found, also where SQLite itself sees none. */
  readonly digest: string;
};

const NAME = /^willba-pos-([0-9a-f]{12})-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-v(\d{1,4})-([0-9a-f]{32})\.db$/;
/** A backup that is being written, and what SQLite writes beside it. */
const PARTIAL = /^willba-pos-([0-9a-f]{12})-\d{8}T\d{6}Z\.partial(?:-journal|-wal|-shm)?$/;
/** Copies from before a migration, as earlier versions named them beside the journal. */
const EARLIER = /^payments\.db\.backup-v\d{1,4}-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)\.\d{3}Z$/;

/** @param id the journal's own, a UUID; null if it has none */
export const journalKey = (id: string | null): string => id?.replaceAll('-', '').slice(0, 12) ?? NO_ID;

const compact = (at: string): string => at.replaceAll(/[-:]|\.\d+/g, '');

export const backupName = ({ journal, at, version, digest }: BackupName): string =>
  `willba-pos-${journal}-${compact(at)}-v${version}-${digest}.db`;

export const partialName = (journal: string, at: string): string => `willba-pos-${journal}-${compact(at)}.partial`;

/** Null if this program did not give the name. */
export function readBackupName(path: string): BackupName | null {
  const [, journal, year, month, day, hour, minute, second, version, digest] = NAME.exec(basename(path)) ?? [];
  if (journal === undefined || digest === undefined) return null;
  return { journal, at: `${year}-${month}-${day}T${hour}:${minute}:${second}Z`, version: Number(version), digest };
}

/** Whether a run of this journal that was killed has left it. */
export const isPartialOf = (journal: string, name: string): boolean => PARTIAL.exec(name)?.[1] === journal;

/** When the copy was made that an earlier version left beside the journal; null if it is none. */
export function readEarlierName(name: string): string | null {
  const [, day, hour, minute, second] = EARLIER.exec(name) ?? [];
  return day === undefined ? null : `${day}T${hour}:${minute}:${second}Z`;
}
