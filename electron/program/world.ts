import type { CommandInput, CommandResult, DeskSettings, PosEvent } from '../../shared/ipc/contract.ts';
import { failed, ok } from '../../shared/result.ts';
import { type ClosingHost, createClosing } from '../desk/closing.ts';
import { createDesk } from '../desk/desk.ts';
import type { DeskSession } from '../desk/desk-parts.ts';
import { lastAttemptAt } from '../desk/last-attempt.ts';
import { createPaymentViews } from '../desk/payment-views.ts';
import { posError } from '../desk/pos-error.ts';
import type { Revisions } from '../desk/publication.ts';
import { createChecks } from '../diagnostics/checks.ts';
import { createNetsCardTerminal } from '../nets/nets-card-terminal.ts';
import { noCardTerminal } from '../nets/no-card-terminal.ts';
import { isOpen } from '../payments/core/state.ts';
import type { CardTerminal, Clock } from '../payments/ports.ts';
import { createToday } from '../payments/rules/day.ts';
import { createPaymentRunner } from '../payments/runner/runner.ts';
import { environmentOf } from '../settings/settings.ts';
import { openStorage, type Storage } from '../storage/open-storage.ts';
import { createStrapiTerminals } from '../strapi/strapi-terminals.ts';
import type { Log } from '../support/log.ts';
import { systemIds } from '../system/ids.ts';
import { createDirectoryWatch } from '../terminals/directory-watch.ts';
import type { NetsTerminalList } from '../terminals/ports.ts';
import { testConnections } from '../terminals/test-connections.ts';
import type { World } from './worlds.ts';

export type ProgramHost = ClosingHost & {
  /** The system must not go to sleep while this is true: a request is open, and sleep would lose its answer. */
  readonly keepAwake: (needed: boolean) => void;
};

export type OpenWorld = Awaited<ReturnType<typeof openWorld>>;

export type Surroundings = {
  /** The system's proxy for an address, as a PAC answer such as `PROXY host:port; DIRECT`. */
  readonly resolveProxy: (url: string) => Promise<string>;
  readonly log: Log;
  readonly host: ProgramHost;
  readonly clock: Clock;
  readonly revisions: Revisions;
  readonly announce: (event: PosEvent) => void;
};

/** A keyring takes its time after log-in. What an earlier run left open is looked up once it has answered, and not found silent before. */
function whenReady(nets: CardTerminal, ready: Promise<unknown>): CardTerminal {
  return { ...nets, lookup: (terminalId) => ready.then(() => nets.lookup(terminalId)) };
}

/** Settings that were lost took the currency with them, and whether money is real: the journal knows what its payments were. */
function withWhatJournalKnows(desk: DeskSettings, { currency, login }: Pick<Storage, 'currency' | 'login'>): DeskSettings {
  return { ...desk, currency: currency() ?? desk.currency, environment: environmentOf({ nets: login() }) };
}

/**
 * Joins the parts of one world: its journal, its Nets, its terminals, its desk.
 *
 * @param session what was at the desk, where the same world is opened anew; nothing of it goes into another world
 */
export async function openWorld(
  world: World,
  { log, resolveProxy, clock, revisions, announce, host }: Surroundings,
  session: DeskSession | null = null,
) {
  const storage = await openStorage(world.folder, log);
  const { journal } = storage;
  if (world.nets !== null) storage.keepLogin(world.nets);
  if (world.desk().mode === 'production') storage.keepCurrency(world.desk().currency);
  const settings = (): DeskSettings => (world.desk().mode === 'unconfigured' ? withWhatJournalKnows(world.desk(), storage) : world.desk());
  const strapi = world.strapi === null ? null : createStrapiTerminals({ ...world.strapi, resolveProxy });
  const nets = world.nets === null ? null : createNetsCardTerminal({ ...world.nets, clock, resolveProxy });

  const runner = createPaymentRunner({
    terminal: nets === null ? noCardTerminal : whenReady(nets, world.ready),
    journal,
    clock,
    publisher: {
      changed(paymentId) {
        desk.paymentChanged(paymentId);
        closing.paymentChanged();
        host.keepAwake(runner.openRequests().length > 0);
        // Over: what it taught about its terminal shows at once.
        if (runner.find(paymentId) === null) void directory.refresh();
      },
      provenLate: (paymentId) => desk.provenLate(paymentId),
      broke: (cause) => log.error('a payment adapter threw', cause),
    },
  });
  const closing = createClosing({ runner, clock, changed: () => desk.changed('desk'), host });
  const netsList: NetsTerminalList = {
    async list() {
      await world.ready;
      if (nets === null) return failed('not-configured');
      return world.obstacle() === 'secrets-missing' ? failed('secrets-missing') : nets.listTerminals();
    },
  };
  const lastAttempt = (terminalId: string) => lastAttemptAt(terminalId, storage.attempts);
  const directory = createDirectoryWatch({
    source: strapi === null ? { list: async () => ok(world.terminals) } : { list: () => world.ready.then(() => strapi.list()) },
    isLost: () => world.desk().mode === 'unconfigured',
    cache: world.strapi === null ? null : storage.directoryCache(world.strapi.baseUrl),
    nets: netsList,
    netsCache: storage.netsListingCache(world.nets === null ? '' : `${world.nets.username} ${world.nets.baseUrl}`),
    choice: storage.terminalMemory,
    pointOfSale: () => settings().pointOfSale,
    read(terminals) {
      // Never behind the back of an account that works with the settings as it read them.
      if (isOpenElsewhere()) return;
      try {
        if (world.directoryRead(terminals)) desk.changed('desk');
      } catch (cause) {
        log.error('what the directory calls this point of sale could not be kept', cause);
      }
    },
    lastAttempt,
    quiet: () => runner.openRequests().length > 0,
    clock,
    changed: () => desk.changed('terminals'),
  });
  const runCheck = createChecks({
    chosen: storage.terminalMemory.read,
    defined: directory.find,
    isLost: () => world.desk().mode === 'unconfigured',
    // Also one that the desk has left: its request may still be open, or its guest still at the terminal.
    paymentRuns: (terminalId) => journal.open().some(({ facts }) => facts.terminalId === terminalId),
    lastAttempt,
    askNets: directory.askNets,
    askStrapi: strapi === null ? null : directory.askSource,
    netsFailure: () => nets?.lastFailure() ?? null,
    strapiFailure: () => strapi?.lastFailure() ?? null,
    clockOffset: () => nets?.clockOffset() ?? null,
    hasRoom: storage.hasRoom,
    isHealthy: storage.isHealthy,
    mayBeMissing: () => storage.missingPayments.current() !== null,
  });
  /** Another account works with the settings as it read them: nobody changes them behind its back. */
  const isOpenElsewhere = (): boolean => storage.problem() === 'journal-in-use';
  const hasOpenPayment = (): boolean => journal.open().some((payment) => isOpen(payment.state));
  const today = createToday(clock.wallTime, () => settings().timeZone);
  const desk = createDesk({
    settings,
    obstacle: () => storage.problem() ?? (runner.journalProblem() === null ? world.obstacle() : 'answer-unwritten'),
    usualMethod: () => (world.obstacle() === 'manual-only' ? 'manual' : 'card'),
    // A press waits for both: the log-in, and after an unclean end the word that the journal is whole.
    ready: Promise.all([world.ready, storage.check.mayBegin]),
    mayBegin: storage.check.mayBegin,
    openBy: storage.openBy,
    secretsForThisRunOnly: world.secretsForThisRunOnly,
    runner,
    journal,
    directory,
    terminalMemory: storage.terminalMemory,
    lateApprovalMemory: storage.lateApprovals,
    missingPayments: storage.missingPayments,
    views: createPaymentViews({ runner, journal, clock, today, timeZone: () => settings().timeZone, here: settings }),
    today,
    clock,
    ids: systemIds,
    closing: closing.view,
    revisions,
    hasRoom: storage.hasRoom,
    session,
    broke: (cause) => log.error('a part of the screen could not be read', cause),
  });
  desk.subscribe(announce);
  void world.ready.then(() => desk.changed('desk'));
  void storage.check.done.then(() => desk.changed('desk'));
  // Before anything may be sold: whatever an earlier run left open is on its way to be looked up.
  runner.recover();
  desk.resume();
  void directory.start();

  return {
    commands: {
      ...desk.commands,
      answerClosing(input: CommandInput<'answerClosing'>): CommandResult<'answerClosing'> {
        closing.answer(input);
        return ok(null);
      },
      choosePointOfSale({ name }: CommandInput<'choosePointOfSale'>): CommandResult<'choosePointOfSale'> {
        if (isOpenElsewhere()) return failed(posError('open-elsewhere', systemIds.errorRef()));
        world.choosePointOfSale(name);
        desk.changed('desk', 'terminals');
        return ok(null);
      },
      runCheck: async ({ name, terminalId }: CommandInput<'runCheck'>): Promise<CommandResult<'runCheck'>> =>
        ok(await runCheck(name, terminalId)),
      async testConnections(): Promise<CommandResult<'testConnections'>> {
        await world.ready;
        const failures = { nets: () => nets?.lastFailure() ?? null, strapi: () => strapi?.lastFailure() ?? null };
        return ok(await testConnections({ nets: netsList, strapi, failures }));
      },
    },
    requestClose: closing.request,
    wake(): void {
      runner.wake();
      desk.wake();
      void directory.refresh();
    },
    hasOpenPayment,
    isOpenElsewhere,
    /** The journal is whole for all that is known, and could not be opened. It may be by now. */
    isUnreadable: (): boolean => storage.problem() === 'journal-unreadable',
    /** Nobody can say whether real money is in the air. */
    isBlind: (): boolean => storage.problem() !== null,
    /** Real money is in the air: it is not put out of sight. */
    isInUse: (): boolean => desk.isStarting() || hasOpenPayment() || runner.journalProblem() !== null,
    /** Closing this world would cut off a request, or lose an answer that the disk has not taken. What is only looked up goes on in the next. */
    isBusy: (): boolean =>
      desk.isStarting() ||
      runner.openRequests().length > 0 ||
      runner.journalProblem() !== null ||
      journal.open().some(({ state }) => isOpen(state) && state.name !== 'checking'),
    session: desk.session,
    announceAll: () => desk.changed('desk', 'terminals', 'today', 'current'),
    async close(): Promise<void> {
      closing.stop();
      directory.stop();
      runner.stop();
      host.keepAwake(false);
      desk.stop();
      nets?.dispose();
      strapi?.dispose();
      await storage.close();
      await world.close();
    },
  };
}
