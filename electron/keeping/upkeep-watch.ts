import { createDailyBackup } from './daily-backup.ts';
import { createErasing } from './erasing.ts';
import type { UpkeepWatchParts } from './ports.ts';
import { FIRST_LOOK_MS, LOOK_EVERY_MS, PUT_OFF_MS, retryAfter } from './upkeep-times.ts';

/** Erases what is old and makes the daily backup, one after the other, so that the backup holds nothing that was erased before it. */
export function createUpkeepWatch(parts: UpkeepWatchParts) {
  const backup = createDailyBackup(parts);
  const erasing = createErasing(parts);
  let stopTimer: () => void = () => undefined;
  let isClosed = false;
  let isLooking = false;

  function lookIn(ms: number): void {
    stopTimer();
    if (!isClosed) stopTimer = parts.clock.after(ms, () => void look());
  }
  const lookLater = (): void => lookIn(backup.failures() === 0 ? LOOK_EVERY_MS : retryAfter(backup.failures()));

  async function look(): Promise<void> {
    if (isLooking) return;
    if (!parts.mayWork()) return lookIn(LOOK_EVERY_MS);
    if (parts.isBusy()) return lookIn(PUT_OFF_MS);
    isLooking = true;
    if (erasing.isDue()) await erasing.run();
    if (backup.isDue()) await backup.run();
    isLooking = false;
    lookLater();
  }

  return {
    trouble: backup.trouble,
    isBackingUp: backup.isRunning,
    /** A person wants one, or has chosen another folder. */
    async backUpNow(): Promise<void> {
      await parts.checked;
      await backup.settled();
      if (parts.mayWork()) await backup.run();
      lookLater();
    },
    /** The time for which card data is kept was changed. */
    eraseSoon(): void {
      erasing.again();
      lookIn(PUT_OFF_MS);
    },
    start: (): void => lookIn(FIRST_LOOK_MS),
    /** Timers slept too, and a day may have passed. */
    wake: (): void => lookIn(PUT_OFF_MS),
    close(): void {
      isClosed = true;
      stopTimer();
    },
  };
}
