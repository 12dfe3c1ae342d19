import type { PosErrorCode } from '../../shared/errors.ts';
import type { Commands } from '../../shared/ipc/contract.ts';
import type { DeskSettings } from '../../shared/ipc/desk.ts';
import { type DayCloseParts, dayClosePart } from '../day-close/day-close-part.ts';
import { createDayPapers } from '../day-close/papers.ts';
import type { DayCloseJournal } from '../day-close/ports.ts';
import { createReconciling, type Reconciling } from '../day-close/reconciling.ts';
import type { Desk } from '../desk/desk.ts';
import { createRefuse } from '../desk/refusals.ts';
import type { PaperDevice } from '../paper/ports.ts';
import { createPrinting } from '../paper/printing.ts';
import type { Clock } from '../payments/ports.ts';
import type { PaymentRunner } from '../payments/runner/runner.ts';
import type { Storage } from '../storage/open-storage.ts';
import type { Log } from '../support/log.ts';
import { systemIds } from '../system/ids.ts';
import type { DirectoryWatch } from '../terminals/directory-watch.ts';
import type { Calls } from './calls.ts';
import { besideOf } from './open-handover.ts';
import type { Part } from './part.ts';
import type { Changed } from './publication.ts';
import type { World } from './worlds.ts';

type Around = {
  readonly clock: Clock;
  readonly log: Log;
  readonly paper: PaperDevice;
  readonly settings: () => DeskSettings;
  readonly changed: Changed;
  /** The rest of the world: made after this, and asked only later. */
  readonly joined: () => Joined;
};

type Joined = {
  readonly runner: PaymentRunner;
  readonly desk: Desk;
  readonly directory: Pick<DirectoryWatch, 'find'>;
  readonly parts: { readonly paymentChanged: (paymentId: string) => void; readonly wake: () => void };
  readonly keepAwake: () => void;
};

/** The close of the day in one world. Without a journal there is no day, and its commands say so. */
export function openDayClose(world: World, storage: Storage, calls: Calls, around: Around) {
  const refuse = createRefuse(systemIds);
  const { dayCloses: closes } = storage;
  if (closes === null) return { isRunning: () => false, isRunningAt: () => false, part: closedPart(refuse) };
  const reconciling = createReconciling({
    ...{ closes, clock: around.clock, newId: systemIds.paymentId },
    reconciler: { reconcile: (terminalId) => calls.reconcile(terminalId) },
    obstacle: (terminalId) => reconcileObstacle(terminalId, world, storage, around),
    changed: (terminalId) => followReconciliation(terminalId, storage, around),
  });
  return {
    isRunning: reconciling.isRunning,
    isRunningAt: reconciling.isRunningAt,
    part: dayClosePart(partsOf(world, storage, calls, around, { closes, reconciling, refuse })),
  };
}

/** What may be voided at a terminal hangs on its reconciliation, and the answer is lost if the system sleeps meanwhile. */
function followReconciliation(terminalId: string, { journal }: Storage, { changed, joined }: Around): void {
  const { keepAwake, parts } = joined();
  keepAwake();
  changed('dayClose');
  const latest = journal.latestRunAt(terminalId);
  if (latest !== null) parts.paymentChanged(latest.facts.id);
}

/** Why a terminal must not be reconciled now. A payment that may use it is never disturbed, and what is unclear there must be looked up first. */
function reconcileObstacle(terminalId: string, world: World, { journal }: Storage, { joined }: Around): PosErrorCode | null {
  const { desk, runner } = joined();
  const isThere = ({ facts }: { readonly facts: { readonly terminalId: string | null } }): boolean => facts.terminalId === terminalId;
  if (desk.isStarting() || runner.openRequests().some(isThere) || journal.open().some(isThere)) return 'terminal-held';
  return world.obstacle() === null ? desk.toWriting() : 'not-configured';
}

type Made = Pick<DayCloseParts, 'refuse'> & { readonly closes: DayCloseJournal; readonly reconciling: Reconciling };

function partsOf(world: World, storage: Storage, calls: Calls, around: Around, made: Made): DayCloseParts {
  const { settings, log, paper, changed, joined } = around;
  const language = () => settings().language;
  return {
    ...made,
    ...{ changed, newId: systemIds.paymentId, rule: settings, money: settings, wallTime: around.clock.wallTime },
    papers: createDayPapers(createPrinting(paper, world.printing), paper.askWhere, language),
    operators: () => settings().operators,
    operator: () => joined().desk.operator(),
    place: () => {
      const { property, pointOfSale, currency, environment, timeZone } = settings();
      return { property, pointOfSale, currency, environment, timeZone };
    },
    beside: () => besideOf(storage, calls, joined().desk),
    chosen: () => joined().desk.terminal(),
    findTerminal: (terminalId) => joined().directory.find(terminalId),
    obstacle(terminalId) {
      if (made.reconciling.isRunning()) return 'reconciling';
      const code = reconcileObstacle(terminalId, world, storage, around);
      return code === 'terminal-held' ? 'payment-open' : code === 'not-configured' ? 'no-nets' : null;
    },
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    toWriting: () => joined().desk.toWriting(),
    chooseCutOver(hour) {
      if (storage.problem() === 'journal-in-use') return false;
      world.chooseCutOver(hour);
      changed('desk');
      joined().parts.wake();
      return true;
    },
    broke: (cause) => log.error('the close of the day cannot be read', cause),
  };
}

type DayCloseCommands = Pick<
  Commands,
  'dayToClose' | 'reconcileTerminal' | 'closeDay' | 'closedDays' | 'closedDay' | 'printClosedDay' | 'saveClosedDay' | 'chooseCutOver'
>;

function closedPart(refuse: DayCloseParts['refuse']) {
  const no = () => refuse('journal-unavailable');
  const commands: DayCloseCommands = {
    dayToClose: no,
    reconcileTerminal: no,
    closeDay: no,
    closedDays: no,
    closedDay: no,
    printClosedDay: no,
    saveClosedDay: no,
    chooseCutOver: no,
  };
  return { slices: { dayClose: () => ({ news: 0, reconciling: [] }) }, commands } satisfies Part;
}
