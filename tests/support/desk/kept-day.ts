import { openStorage } from '../../../electron/storage/open-storage.ts';
import { silentLog } from '../../../electron/support/log.ts';
import type { ClosedDay } from '../../../shared/day-close.ts';

/** Puts a closed day into a new journal of the program: the same one in every run, so that its paper can be compared with a picture. */
export async function keepClosedDay(folder: string, day: ClosedDay): Promise<void> {
  const storage = await openStorage(folder, silentLog);
  for (const { id, terminalId, terminalName, by, startedAt } of day.reconciliations) {
    storage.dayCloses?.began({ id, terminalId, terminalName, by, startedAt, environment: day.environment });
  }
  const written = storage.dayCloses?.close(day, 0);
  await storage.close();
  if (written?.ok !== true) throw new Error('the closed day was not written');
}
