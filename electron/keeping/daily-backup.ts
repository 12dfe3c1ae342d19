import type { KeepingChoice, Report, Trouble, UpkeepWatchParts } from './ports.ts';
import { isDue } from './upkeep-times.ts';

/** Makes the daily backup, and knows how the last try went. */
export function createDailyBackup({ upkeep, choice, clock, log, changed }: UpkeepWatchParts) {
  let trouble: { readonly at: string; readonly why: Trouble['why'] } | null = null;
  /** In a row. */
  let failures = 0;
  let running: Promise<void> | null = null;

  async function make({ settings }: KeepingChoice): Promise<void> {
    const now = clock.wallTime();
    const isOwnEnough = isDue(upkeep.backups().ownAt, now);
    const report = await upkeep.backUp({ folder: settings().backupFolder, isOwnEnough, now });
    if (report.kind === 'backed-up') conclude(report.trouble, now);
    if (report.kind === 'failed') conclude(report, now);
    if (report.kind === 'backed-up') tell(report);
  }

  function conclude(failed: Trouble | null, at: string): void {
    // Said once: it is tried again and again.
    if (failed !== null && failed.why !== trouble?.why)
      log.warn(`no backup could be made in its folder (${failed.why}): ${failed.message}`);
    failures = failed === null ? 0 : failures + 1;
    trouble = failed === null ? null : { at, why: failed.why };
  }

  function tell({ made, trouble: elsewhere }: Extract<Report, { kind: 'backed-up' }>): void {
    const where = elsewhere === null ? '' : " in the program's own folder";
    log.info(`a backup of ${made.payments} payments was made and checked${where}; ${made.deleted} older ones were deleted`);
  }

  return {
    trouble: () => trouble,
    failures: (): number => failures,
    isRunning: (): boolean => running !== null,
    isDue(): boolean {
      if (choice === null) return false;
      const { last } = upkeep.backups();
      return trouble !== null || last === null || last.folder !== choice.settings().backupFolder || isDue(last.at, clock.wallTime());
    },
    /** One at a time: whoever asks meanwhile waits for the one that runs. */
    async run(): Promise<void> {
      if (choice === null) return;
      running ??= make(choice).finally(() => {
        running = null;
        changed();
      });
      changed();
      await running;
    },
    /** The one that runs, if any, goes where it was wanted before. */
    settled: async (): Promise<void> => void (await running),
  };
}
