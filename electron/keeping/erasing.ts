import { usualKeeping } from '../../shared/retention.ts';
import type { Erased, UpkeepWatchParts } from './ports.ts';
import { isDue, monthsBefore } from './upkeep-times.ts';

/** Erases old card data once a day, and tells the log how much it was. */
export function createErasing({ upkeep, choice, clock, log }: UpkeepWatchParts) {
  let doneAt: string | null = null;

  function tell({ rows, receipts, events, from, to }: Erased, months: number): void {
    const span = from === null ? '' : ` of ${from} to ${to ?? from}`;
    log.info(
      `card data that is older than ${months} months was erased: ${rows} rows${span}, ${receipts} receipts, ${events} events for Willba`,
    );
  }

  return {
    isDue: (): boolean => isDue(doneAt, clock.wallTime()),
    again(): void {
      doneAt = null;
    },
    async run(): Promise<void> {
      const now = clock.wallTime();
      const { months } = choice?.settings() ?? usualKeeping;
      const report = await upkeep.eraseBefore(monthsBefore(now, months), now);
      if (report.kind === 'failed') log.warn(`card data that is older than ${months} months could not be erased: ${report.message}`);
      if (report.kind !== 'erased') return;
      const { erased } = report;
      if (erased.rows + erased.events > 0) tell(erased, months);
      if (erased.isClockDoubted) log.warn('nothing was erased: the clock of this PC is years ahead of the newest payment');
      if (erased.isLogEmpty) doneAt = now;
      else log.warn('the log of the journal could not be emptied after the erasing, because it is being read; it is tried again');
    },
  };
}
