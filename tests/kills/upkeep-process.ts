/** Works on a journal until it is killed or done. tests/integration/kills/upkeep.test.ts starts it and says what to do. */
import { backUp } from '../../electron/storage/backups/back-up.ts';
import { eraseOldCardData } from '../../electron/storage/erase-old-card-data.ts';
import { restoreBackup } from '../../electron/storage/restore/restore-backup.ts';

export type UpkeepWork =
  | { readonly kind: 'back-up'; readonly path: string; readonly chosen: string }
  | { readonly kind: 'erase'; readonly path: string; readonly before: string }
  | { readonly kind: 'restore'; readonly folder: string; readonly file: string; readonly accepted: number };

const NOW = '2026-11-28T04:00:00.000Z';
const work = JSON.parse(process.argv[2] ?? '') as UpkeepWork;
process.send?.('begun');
switch (work.kind) {
  case 'back-up':
    await backUp({
      ...{ path: work.path, journal: '0123456789ab', chosen: work.chosen, earlier: [], isOwnEnough: true, isToBeCompacted: true },
      now: NOW,
    });
    break;
  case 'erase':
    eraseOldCardData(
      { path: work.path, before: work.before, now: NOW },
      () => false,
      () => undefined,
    );
    break;
  case 'restore':
    restoreBackup(work.folder, work.file, work.accepted, new Date(NOW));
    break;
}
process.disconnect?.();
