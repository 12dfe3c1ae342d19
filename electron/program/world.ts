import type { Commands, PosEvent } from '../../shared/ipc/contract.ts';
import type { DeskSettings } from '../../shared/ipc/desk.ts';
import { ok } from '../../shared/result.ts';
import { type ClosingHost, closingPart, createClosing } from '../desk/closing.ts';
import type { DeskSession } from '../desk/desk-session.ts';
import { lastAttemptAt } from '../desk/last-attempt.ts';
import type { OutcomeNews } from '../desk/outcome-news.ts';
import { nothingSent } from '../nets/no-card-terminal.ts';
import { createSender } from '../outbox/sender.ts';
import type { PaperDevice } from '../paper/ports.ts';
import { isOpen } from '../payments/core/state.ts';
import type { CardTerminal, Clock } from '../payments/ports.ts';
import { createPaymentRunner, type PaymentRunner } from '../payments/runner/runner.ts';
import { environmentOf } from '../settings/settings.ts';
import { openStorage, type Storage } from '../storage/open-storage.ts';
import type { Log } from '../support/log.ts';
import type { DirectoryWatch } from '../terminals/directory-watch.ts';
import type { TourKeeper } from '../tour/tour.ts';
import { tourPart } from '../tour/tour-part.ts';
import { willbaPart } from '../willba/willba-part.ts';
import { type Calls, openCalls } from './calls.ts';
import { checksPart } from './checks-part.ts';
import { type ComfortKeeper, comfortPart } from './comfort-part.ts';
import { joinOtherDesks } from './join-other-desks.ts';
import { createLinkReader, type OpenedLink } from './links.ts';
import { openDayClose } from './open-day-close.ts';
import { openDesk } from './open-desk.ts';
import { openDirectory } from './open-directory.ts';
import { openHandover } from './open-handover.ts';
import { openHistory } from './open-history.ts';
import { openKeeping } from './open-keeping.ts';
import { paperPart } from './paper-part.ts';
import { joinParts, type Part } from './part.ts';
import type { ProgramCommands } from './program-commands.ts';
import { type Changed, createPublication, type Revisions } from './publication.ts';
import type { World } from './worlds.ts';

export type ProgramHost = ClosingHost & {
  /** While `needed`, the system must not sleep: a request is open, and its answer would be lost. */
  readonly keepAwake: (needed: boolean) => void;
};

export type OpenWorld = Awaited<ReturnType<typeof openWorld>>;
/** The commands of a world: all except those for the program as a whole. */
export type WorldCommands = Omit<Commands, keyof ProgramCommands>;

export type Surroundings = {
  /** The system's proxy for an address, as a PAC answer such as `PROXY host:port; DIRECT`. */
  readonly resolveProxy: (url: string) => Promise<string>;
  readonly log: Log;
  readonly host: ProgramHost;
  readonly clock: Clock;
  readonly paper: PaperDevice;
  readonly comfort: ComfortKeeper;
  readonly tellOutcome: (news: OutcomeNews) => void;
  /** What is learned in training, kept over the whole run. */
  readonly tour: TourKeeper;
  readonly revisions: Revisions;
  readonly announce: (event: PosEvent) => void;
  /** Asks a person for a folder; null if they cancelled. */
  readonly chooseFolder: () => Promise<string | null>;
};

/**
 * Opens one world: its journal, its clients for Nets and Strapi, its terminals, its desk.
 *
 * @param session the state of the desk if the same world is reopened; null for another world, which must get nothing of it
 */
export async function openWorld(world: World, around: Surroundings, session: DeskSession | null = null) {
  const storage = await openStorage(world.folder, around.log);
  if (world.nets !== null) storage.keepLogin(world.nets);
  if (world.desk().mode === 'production') {
    storage.keepCurrency(world.desk().currency);
    storage.outboxes.willba.serve(world.willba !== null);
    // With one, a right to write decides (other-desks-part.ts), and the secrets are read later.
    if (world.strapi === null) storage.outboxes.strapi.serve(false);
  }
  const joined = joinWorld(world, storage, around, session);
  const { runner, desk, closing, publication, parts, calls, history, dayClose } = joined;
  const readLink = createLinkReader(world, storage, calls, around.clock);
  let isClosed = false;
  publication.subscribe(around.announce);
  void world.ready.then(() => publication.changed('desk', 'selling'));
  void storage.check.done.then(() => publication.changed('selling'));
  // Before anything can be sold: lookups begin for the payments that an earlier run left open.
  runner.recover();
  parts.start();
  return {
    commands: parts.commands satisfies WorldCommands,
    requestClose: closing.request,
    wake(): void {
      runner.wake();
      parts.wake();
    },
    ...questionsOf(runner, storage, () => desk.isStarting() || dayClose.isRunning()),
    session: desk.session,
    /** A link was opened on this PC. @returns false if this world was closed meanwhile, and did nothing with it */
    async openLink(opened: OpenedLink): Promise<boolean> {
      const link = await readLink(opened);
      if (!isClosed) desk.linkArrived(link);
      return !isClosed;
    },
    announceAll: publication.allChanged,
    /** @param isLast the program ends, and no other world is opened in its place */
    async close(isLast = false): Promise<void> {
      isClosed = true;
      runner.stop();
      parts.close();
      around.host.keepAwake(false);
      publication.stop();
      calls.close();
      await history.close();
      await storage.close(isLast);
      await world.close();
    },
  };
}

/** Makes the parts of a world, in the order in which they are told of a change, and joins them. */
function joinWorld(world: World, storage: Storage, around: Surroundings, session: DeskSession | null) {
  const { log, clock, host } = around;
  const settings = settingsOf(world, storage);
  const calls = openCalls(world, around, () => ({ installation: storage.installation(), desk: settings().pointOfSale }));
  const publication = createPublication(
    around.revisions,
    (cause) => log.error('a part of the screen could not be read', cause),
    () => parts,
  );
  const dayClose = openDayClose(world, storage, calls, { ...around, settings, changed: publication.changed, joined: () => joined });
  const runner = openRunner(storage, calls, around, {
    isReconciling: dayClose.isRunningAt,
    changed: (paymentId) => parts.paymentChanged(paymentId),
    provenLate: (paymentId) => desk.provenLate(paymentId),
  });
  const closing = createClosing({
    ...{ runner, clock, host },
    isReconciling: dayClose.isRunning,
    stopPress: () => desk.stopPress(),
    changed: () => publication.changed('closing'),
  });
  const lastAttempt = (terminalId: string) => lastAttemptAt(terminalId, storage.attempts);
  const isOpenElsewhere = (): boolean => storage.problem() === 'journal-in-use';
  const directory = openDirectory(world, storage, calls, {
    ...{ clock, log, isOpenElsewhere, lastAttempt },
    pointOfSale: () => settings().pointOfSale,
    quiet: () => runner.openRequests().length > 0,
    changed: publication.changed,
  });
  const otherDesks = joinOtherDesks(world, storage, calls, runner, { clock, changed: publication.changed });
  const history = openHistory(world, around, settings, publication.changed);
  const desk = openDesk(world, storage, around, {
    settings,
    runner,
    directory,
    session,
    isOpenElsewhere,
    isLeaving: closing.isLeaving,
    isReconciling: dayClose.isRunningAt,
    otherDesks,
    operatorChanged: (from, by) => handover.operatorChanged(from, by),
    changed: publication.changed,
  });
  const handover = openHandover(storage, calls, around, { desk, settings, changed: publication.changed });
  const keeping = openKeeping(world, storage, runner, around, publication.changed);
  const keepAwake = (): void => host.keepAwake(runner.openRequests().length > 0 || dayClose.isRunning());
  const parts = joinParts(
    { commands: { snapshot: () => ok(publication.snapshot()) } },
    willbaOf(storage, calls, around, publication.changed),
    otherDesks.part,
    desk.part,
    handover.part,
    tourPart(world.desk().mode === 'training' ? around.tour : null, { view: desk.view, changed: publication.changed }),
    history.part,
    closingPart(closing),
    dayClose.part,
    requestsPart(runner, keepAwake, directory),
    paperPart(world, storage, around, { desk, settings, isOpenElsewhere, changed: publication.changed }),
    keeping.part,
    comfortPart(around.comfort, publication.changed),
    checksPart(world, storage, calls, { directory, lastAttempt, mayWriteAgain: otherDesks.shareNow, backup: keeping.backup }),
  );
  const joined = { runner, desk, directory, closing, publication, parts, calls, history, dayClose, keepAwake };
  return joined;
}

const willbaOf = (storage: Storage, calls: Calls, around: Surroundings, changed: Changed) =>
  willbaPart(
    openSender(storage, calls, around, () => changed('willba')),
    changed,
  );

type Told = Omit<Parameters<typeof createPaymentRunner>[0]['publisher'], 'broke'> & {
  readonly isReconciling: (terminalId: string) => boolean;
};

const openRunner = ({ journal }: Storage, calls: Calls, { clock, log }: Surroundings, { isReconciling, ...told }: Told): PaymentRunner =>
  createPaymentRunner({
    terminal: undisturbed(calls.cardTerminal, isReconciling),
    ...{ journal, clock },
    publisher: { ...told, broke: (cause) => log.error('a payment adapter threw', cause) },
  });

/** Null where Willba is told nothing. Without a journal nothing is known of what waits, so nothing is said of it either. */
function openSender({ outboxes, problem }: Storage, { webhook }: Calls, { clock }: Surroundings, statusChanged: () => void) {
  return webhook === null || problem() !== null
    ? null
    : createSender({ outbox: outboxes.willba, post: webhook.post, clock, random: Math.random, statusChanged });
}

/**
 * A terminal may stop what it is doing when another request reaches it. While its session is being closed nothing is looked up there, and
 * planned lookups are tried again later.
 */
const undisturbed = (terminal: CardTerminal, isReconciling: (terminalId: string) => boolean): CardTerminal => ({
  ...terminal,
  lookup: async (terminalId) =>
    isReconciling(terminalId)
      ? { outcome: { kind: 'unreachable' }, evidence: { ...nothingSent, transport: 'RECONCILING' } }
      : terminal.lookup(terminalId),
});

/** What an open request means outside the desk: the system must not sleep, and its end may change a terminal's light. */
const requestsPart = (runner: PaymentRunner, keepAwake: () => void, directory: Pick<DirectoryWatch, 'refresh'>) =>
  ({
    paymentChanged(paymentId: string) {
      keepAwake();
      // The payment has ended: what it showed about its terminal is shown at once.
      if (runner.find(paymentId) === null) void directory.refresh();
    },
  }) satisfies Part;

/**
 * The desk's settings. If they are lost, currency and environment come from the journal, so that its payments still count as what they are.
 */
function settingsOf(world: World, { currency, login }: Pick<Storage, 'currency' | 'login'>): () => DeskSettings {
  return () => {
    const desk = world.desk();
    if (desk.mode !== 'unconfigured') return desk;
    return { ...desk, currency: currency() ?? desk.currency, environment: environmentOf({ nets: login() }) };
  };
}

/**
 * What must be known about a world before another replaces it.
 *
 * @param isStarting a press waits, or a reconciliation runs: its answer would be lost
 */
function questionsOf(runner: PaymentRunner, { journal, problem }: Storage, isStarting: () => boolean) {
  const hasOpenPayment = (): boolean => journal.open().some((payment) => isOpen(payment.state));
  return {
    hasOpenPayment,
    isOpenElsewhere: (): boolean => problem() === 'journal-in-use',
    /** The journal could not be opened, for another reason than damage. It is worth trying again. */
    isUnreadable: (): boolean => problem() === 'journal-unreadable',
    /** The journal has a problem, so it is not known whether a real payment is open. */
    isBlind: (): boolean => problem() !== null,
    /** A real payment is open or about to begin, or an answer could not be stored. It must stay in sight. */
    isInUse: (): boolean => isStarting() || hasOpenPayment() || runner.journalProblem() !== null,
    /**
     * Closing this world would break off a request, or lose an answer that could not be written to the disk. Payments that are only looked
     * up do not count: the next world goes on with them.
     */
    isBusy: (): boolean =>
      isStarting() ||
      runner.openRequests().length > 0 ||
      runner.journalProblem() !== null ||
      journal.open().some(({ state }) => isOpen(state) && state.name !== 'checking'),
  };
}
