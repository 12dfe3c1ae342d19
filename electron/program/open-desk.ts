import { createDesk } from '../desk/desk.ts';
import type { OutcomeNews } from '../desk/outcome-news.ts';
import { createPaymentViews } from '../desk/payment-views.ts';
import type { Clock } from '../payments/ports.ts';
import { createToday } from '../payments/rules/day.ts';
import type { Storage } from '../storage/open-storage.ts';
import { systemIds } from '../system/ids.ts';
import type { World } from './worlds.ts';

type DeskNeeds = Pick<
  Parameters<typeof createDesk>[0],
  'settings' | 'runner' | 'directory' | 'otherDesks' | 'session' | 'isLeaving' | 'isReconciling' | 'operatorChanged' | 'changed'
> & {
  /** True if another account has the program open. The settings must not be changed then, because it uses them as it read them. */
  readonly isOpenElsewhere: () => boolean;
};

type Around = { readonly clock: Clock; readonly tellOutcome: (news: OutcomeNews) => void };

/** The desk of a world: what it may charge, and with whose settings. */
export function openDesk(world: World, storage: Storage, { clock, tellOutcome }: Around, needs: DeskNeeds) {
  const { journal } = storage;
  const { settings, runner } = needs;
  const today = createToday(clock.wallTime, settings);
  return createDesk({
    ...needs,
    obstacle: () => storage.problem() ?? (runner.journalProblem() === null ? world.obstacle() : 'answer-unwritten'),
    usualMethod: () => (world.obstacle() === 'manual-only' ? 'manual' : 'card'),
    // A press waits for both: the log-in, and after an unclean end the check of the journal.
    ready: Promise.all([world.ready, storage.check.mayBegin]),
    mayBegin: storage.check.mayBegin,
    openBy: storage.openBy,
    secretsForThisRunOnly: world.secretsForThisRunOnly,
    choosePointOfSale(name) {
      if (needs.isOpenElsewhere()) return false;
      world.choosePointOfSale(name);
      return true;
    },
    chooseAskAbove(minor) {
      if (needs.isOpenElsewhere()) return false;
      world.chooseAskAbove(minor);
      return true;
    },
    addOperator(name) {
      if (needs.isOpenElsewhere()) return false;
      world.addOperator(name);
      return true;
    },
    // Stored in a file that belongs to whoever has the program open.
    chooseLanguage: (language) => world.language.choose(language, !needs.isOpenElsewhere()),
    journal,
    terminalMemory: storage.terminalMemory,
    lateApprovalMemory: storage.lateApprovals,
    missingPayments: storage.missingPayments,
    views: createPaymentViews({ runner, journal, clock, today, timeZone: () => settings().timeZone, here: settings }),
    today,
    tellOutcome,
    clock,
    ids: systemIds,
    hasRoom: storage.hasRoom,
  });
}
