import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { JournalRow } from '../../electron/payments/ports.ts';
import type { Found, RunningCheck } from '../../electron/storage/check-in-worker.ts';
import { checkWhole } from '../../electron/storage/integrity.ts';
import { openStorage } from '../../electron/storage/open-storage.ts';
import { Database } from '../../electron/storage/sqlite.ts';
import { troubleOf } from '../../electron/storage/storage-failure.ts';
import type { WholeCheckOptions } from '../../electron/storage/whole-check.ts';
import { silentLog } from '../../electron/support/log.ts';
import type { Random } from '../kills/random.ts';
import { createDisk, type Fate, fates } from './disk.ts';
import type { DiskOperation } from './recording.ts';
import { rowOf } from './rows.ts';
import { ACKNOWLEDGED } from './written.ts';

export type CutFindings = {
  readonly cuts: number;
  /** Cuts after which a row was gone that the journal had answered `ok` to. */
  readonly losses: readonly string[];
  /** Cuts after which the journal did not open, or not without a complaint. */
  readonly unreadable: readonly string[];
  /** Cuts after which the desk was told that payments may be missing, and none was; or was not told, and one was. */
  readonly mistold: readonly string[];
};

/** The check of a start, in this thread: a thread for each cut would take most of the time. Every twentieth has one, as in the program. */
const checkHere = (path: string): RunningCheck => ({ found: Promise.resolve(findingsOf(path)), stop: async () => undefined });
const optionsOf = (cut: number): WholeCheckOptions => (cut % 20 === 0 ? {} : { startCheck: checkHere });

function findingsOf(path: string): Found {
  try {
    const database = new Database(path, { readonly: true, fileMustExist: true });
    try {
      checkWhole(database);
      return { kind: 'whole' };
    } finally {
      database.close();
    }
  } catch (cause) {
    return { kind: troubleOf(cause) === 'damaged' ? 'damaged' : 'not-checked', cause };
  }
}

/** Cuts the power at so many moments of the recording, and opens after each what the disk would hold. */
export async function cutPower(operations: readonly DiskOperation[], cuts: number, random: Random): Promise<CutFindings> {
  const moments = Array.from({ length: cuts }, () => random.between(0, operations.length)).sort((a, b) => a - b);
  const place = mkdtempSync(join(tmpdir(), 'willba-pos-cut-'));
  const losses: string[] = [];
  const unreadable: string[] = [];
  const mistold: string[] = [];
  const disk = createDisk();
  const acknowledged = new Map<string, number>();
  const note = acknowledgements(acknowledged);
  let done = 0;
  try {
    for (const [index, moment] of moments.entries()) {
      for (const operation of operations.slice(done, moment)) {
        disk.apply(operation);
        note(operation);
      }
      done = moment;
      const fate = fates[index % fates.length] ?? 'none';
      const found = await lookAt(join(place, String(index)), disk.cut(fate, random), acknowledged, optionsOf(index));
      const where = `power cut after operation ${moment} of ${operations.length}, unsynced writes: ${fate satisfies Fate}`;
      if (found.problem !== null) unreadable.push(`${where}: ${found.problem}`);
      else if (found.lost.length > 0) losses.push(`${where}: lost ${found.lost.join(', ')}`);
      if (found.problem === null && found.told !== found.lost.length > 0) mistold.push(`${where}: ${found.told ? '' : 'not '}told`);
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  return { cuts, losses, unreadable, mistold };
}

/** Follows the file of acknowledgements: payment → how many of its rows the journal had promised. */
function acknowledgements(promised: Map<string, number>): (operation: DiskOperation) => void {
  const handles = new Set<number>();
  return (operation) => {
    if (operation.kind === 'open' && operation.name === ACKNOWLEDGED) handles.add(operation.handle);
    if (operation.kind !== 'write' || !handles.has(operation.handle)) return;
    const [paymentId = '', row = ''] = operation.bytes.toString().trim().split(' ');
    promised.set(paymentId, Number(row) + 1);
  };
}

/** Every row that was promised, and each row that is there as it was written, with its card. */
const isWhole = (found: readonly JournalRow[], promised: number): boolean =>
  found.length >= promised && found.every((row, number) => isDeepStrictEqual(row, rowOf(number)));

async function lookAt(
  folder: string,
  files: ReadonlyMap<string, Buffer>,
  promised: ReadonlyMap<string, number>,
  options: WholeCheckOptions,
) {
  mkdirSync(folder);
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  const complaints: string[] = [];
  const storage = await openStorage(folder, { ...silentLog, error: (text) => void complaints.push(text) }, options);
  try {
    // A cut leaves a log, so the whole file is checked at once.
    await storage.check.done;
    const [problem = null] = complaints;
    if (problem !== null) return { problem, lost: [], told: false };
    const lost = [...promised].filter(([paymentId, rows]) => !isWhole(storage.journal.rows(paymentId), rows));
    const told = storage.missingPayments.current() !== null;
    return { problem: storage.problem(), lost: lost.map(([paymentId, rows]) => `row ${rows} of ${paymentId}`), told };
  } finally {
    await storage.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
