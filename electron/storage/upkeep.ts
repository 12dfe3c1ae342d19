import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Log } from '../support/log.ts';
import { journalKey } from './backups/backup-names.ts';
import type { DeskTable } from './desk-table.ts';
import { ERASED_KEY } from './erase-old-card-data.ts';
import { ensureJournalId } from './journal-id.ts';
import { type RunningUpkeep, type UpkeepOrder, type UpkeepReport, upkeepInWorker } from './upkeep-in-worker.ts';

const KEY = 'backups';
/** A network share that hangs must not keep the program from closing. The thread has closed the journal by then. */
const STOP_MS = 10_000;
/** Folders that were chosen before. */
const MOST_EARLIER = 5;

const keptSchema = z.object({
  /** The last good backup in the folder that was chosen then (null: the program's own). */
  last: z.object({ at: z.string(), folder: z.string().nullable(), payments: z.int() }).nullable(),
  /** The last good one in the program's own folder. */
  ownAt: z.string().nullable(),
  earlier: z.array(z.string()),
});
export type KeptBackups = z.infer<typeof keptSchema>;

const NONE: KeptBackups = { last: null, ownAt: null, earlier: [] };

export type Upkeep = {
  /** What is known of this journal's backups. */
  readonly backups: () => KeptBackups;
  /** @param folder null for the program's own. @param isOwnEnough whether one there is wanted if the chosen folder cannot be used */
  readonly backUp: (order: {
    readonly folder: string | null;
    readonly isOwnEnough: boolean;
    readonly now: string;
  }) => Promise<UpkeepReport>;
  readonly eraseBefore: (before: string, now: string) => Promise<UpkeepReport>;
};

/** The journal's upkeep, in a thread of its own, one work at a time. */
export function createUpkeep(
  path: string,
  table: DeskTable,
  log: Log,
  run: (order: UpkeepOrder) => RunningUpkeep = upkeepInWorker,
): Upkeep & { readonly stop: () => Promise<void> } {
  let running: RunningUpkeep | null = null;
  let isClosed = false;

  function read<T>(key: string, schema: z.ZodType<T>, otherwise: T): T {
    try {
      return table.read(key, schema) ?? otherwise;
    } catch (cause) {
      log.error('what is known of the backups cannot be read', cause);
      return otherwise;
    }
  }
  const backups = (): KeptBackups => read(KEY, keptSchema, NONE);

  function keep(next: KeptBackups): void {
    const kept = table.write(KEY, next);
    if (!kept.ok) log.error('what is known of the backups could not be stored', kept.error.cause);
  }

  async function work(order: UpkeepOrder): Promise<UpkeepReport> {
    if (isClosed || running !== null) return { kind: 'stopped' };
    const mine = run(order);
    running = mine;
    const report = await mine.report;
    running = null;
    return report;
  }

  return {
    backups,
    async backUp({ folder, isOwnEnough, now }) {
      const before = backups();
      const id = ensureJournalId(table, log);
      if (id === null) return { kind: 'failed', why: 'failed', message: 'the journal has no id' };
      const report = await work({
        kind: 'back-up',
        ...{ path, chosen: folder, isOwnEnough, now },
        journal: journalKey(id),
        earlier: before.earlier.filter((each) => each !== folder),
        isToBeCompacted: read(ERASED_KEY, z.boolean(), false),
      });
      if (report.kind === 'backed-up' && !isClosed) keep(after(before, report, folder, now));
      return report;
    },
    eraseBefore: (before, now) => work({ kind: 'erase', path, before, now }),
    async stop(): Promise<void> {
      isClosed = true;
      if (running !== null) await Promise.race([running.stop(), wait(STOP_MS, undefined, { ref: false })]);
    },
  };
}

function after(before: KeptBackups, report: Extract<UpkeepReport, { kind: 'backed-up' }>, folder: string | null, at: string): KeptBackups {
  const isThere = report.trouble === null;
  const isOwn = folder === null || !isThere;
  return {
    last: isThere ? { at, folder, payments: report.made.payments } : before.last,
    ownAt: isOwn ? at : before.ownAt,
    earlier: folder === null ? before.earlier : [...new Set([folder, ...before.earlier])].slice(0, MOST_EARLIER),
  };
}

/** Without a journal there is nothing to keep. */
export const noUpkeep: Upkeep = {
  backups: () => NONE,
  backUp: async () => ({ kind: 'stopped' }),
  eraseBefore: async () => ({ kind: 'stopped' }),
};
