import { createRefuse } from '../desk/refusals.ts';
import { keepingPart } from '../keeping/keeping-part.ts';
import type { Clock } from '../payments/ports.ts';
import type { PaymentRunner } from '../payments/runner/runner.ts';
import type { Storage } from '../storage/open-storage.ts';
import type { Log } from '../support/log.ts';
import { systemIds } from '../system/ids.ts';
import type { Changed } from './publication.ts';
import type { World } from './worlds.ts';

/** What this world keeps, for how long, and its backups; with what the checks want to know of these. */
export function openKeeping(
  world: World,
  { upkeep, check, problem }: Storage,
  runner: PaymentRunner,
  { clock, log, chooseFolder }: { readonly clock: Clock; readonly log: Log; readonly chooseFolder: () => Promise<string | null> },
  changed: Changed,
) {
  let isChecked = false;
  void check.done.then(() => {
    isChecked = true;
  });
  const part = keepingPart({
    ...{ upkeep, clock, log, chooseFolder, choice: world.keeping },
    checked: check.done,
    mayWork: () => isChecked && problem() === null,
    isBusy: () => runner.openRequests().length > 0,
    isShut: () => problem() !== null,
    isOpenElsewhere: () => problem() === 'journal-in-use',
    changed: () => changed('keeping'),
    refuse: createRefuse(systemIds),
  });
  return {
    part,
    /** Null where nothing is backed up. */
    backup() {
      const keeping = part.slices.keeping();
      if (keeping === null) return null;
      const { lastBackupAt, trouble } = keeping;
      return { ageMs: lastBackupAt === null ? null : clock.since(lastBackupAt), trouble: trouble?.why ?? null };
    },
  };
}
