import type { PosErrorCode } from '../shared/errors.ts';
import type { CommandInput, CommandResult, PosEvent } from '../shared/ipc.ts';
import type { CommandName } from '../shared/ipc-names.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { type ClosingHost, createClosing } from './desk/closing.ts';
import type { Commands } from './desk/commands.ts';
import { createStartOfToday } from './desk/day.ts';
import { createDesk, type DeskSession } from './desk/desk.ts';
import { ATTEMPTS_READ, lastAttemptOf } from './desk/last-attempt.ts';
import { createPaymentViews } from './desk/payment-views.ts';
import { posError } from './desk/pos-error.ts';
import type { Revisions } from './desk/publication.ts';
import { createChecks } from './diagnostics/checks.ts';
import { createNetsCardTerminal } from './nets/nets-card-terminal.ts';
import { noCardTerminal } from './nets/no-card-terminal.ts';
import type { CardTerminal, Clock } from './payments/ports.ts';
import { createPaymentRunner } from './payments/runner.ts';
import { isOpen } from './payments/state.ts';
import type { Configuration, Settings } from './settings/settings.ts';
import { createSettingsCommands, noKeeper, type SettingsKeeper } from './settings/settings-commands.ts';
import { openStorage } from './storage/open-storage.ts';
import { createStrapiTerminals } from './strapi/strapi-terminals.ts';
import type { Log } from './support/log.ts';
import { systemClock } from './system/clock.ts';
import { systemIds } from './system/ids.ts';
import { createDirectoryWatch } from './terminals/directory-watch.ts';
import type { NetsTerminalList } from './terminals/ports.ts';
import { testConnections } from './terminals/test-connections.ts';
import { productionWorld, trainingWorld, type World, type WorldParts } from './worlds.ts';

export type ProgramParts = WorldParts & {
  readonly training: boolean;
  /** The system's proxy for an address, as a PAC answer such as `PROXY host:port; DIRECT`. */
  readonly resolveProxy: (url: string) => Promise<string>;
  readonly log: Log;
  readonly clock?: Clock;
  /** The process around the program; without one nobody closes a window and nothing sleeps. */
  readonly host?: ProgramHost;
  /** Where settings are kept; without it support can change nothing. */
  readonly keeper?: SettingsKeeper;
};

export type ProgramHost = ClosingHost & {
  /** The system must not go to sleep while this is true: a request is open, and sleep would lose its answer. */
  readonly keepAwake: (needed: boolean) => void;
};

const noHost: ProgramHost = { leave: () => undefined, askElsewhere: () => undefined, keepAwake: () => undefined };

export type Program = ReturnType<typeof composeProgram>;

/**
 * The only place that creates things and hands them to each other. Knows no Electron, so that the windowless program in
 * the tests is the real one.
 */
export function composeProgram(parts: ProgramParts) {
  const clock = parts.clock ?? systemClock;
  const revisions: Revisions = { value: 0 };
  const listeners = new Set<(event: PosEvent) => void>();
  const announce = (event: PosEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const surroundings: Surroundings = { ...parts, clock, revisions, announce, host: parts.host ?? noHost };
  let configuration: Configuration = parts;
  const worldParts = (): WorldParts => ({ ...parts, ...configuration, writeSettings });
  const openTraining = async () => openWorld(await trainingWorld(worldParts()), surroundings);
  let training = parts.training;
  /** Another world is on its way into the open one's place. */
  let changing = false;
  let open = training ? openTraining() : openWorld(productionWorld(worldParts()), surroundings);
  const refused = (code: PosErrorCode) => failed(posError(code, systemIds.errorRef()));

  function writeSettings(settings: Settings): void {
    parts.keeper?.writeSettings(settings);
    configuration = { ...configuration, settings };
  }

  /** The world that is open, also for somebody who waited while it changed. */
  async function currentWorld(): Promise<OpenWorld> {
    for (;;) {
      const asked = open;
      const world = await asked;
      if (asked === open) return world;
    }
  }

  /**
   * Puts another world in the open one's place, unless a guest waits there or a payment is about to begin. From that question on
   * nobody begins anything in the old world. Where the change fails the old one stays.
   */
  async function replaceWorld<E>(inUse: E, next: (world: OpenWorld) => Promise<OpenWorld>): Promise<Result<null, E>> {
    const world = await currentWorld();
    if (world.isInUse()) return failed(inUse);
    const replaced = next(world);
    open = replaced.catch(() => world);
    changing = true;
    (
      await replaced.finally(() => {
        changing = false;
      })
    ).announceAll();
    return ok(null);
  }

  /** The journal allows one program, so the old world is closed before the new one opens. */
  async function reopen(keep: () => Promise<Configuration>): Promise<Result<null, PosErrorCode>> {
    if (training) return failed('not-possible-now');
    if ((await currentWorld()).isOpenElsewhere()) return failed('open-elsewhere');
    return replaceWorld('not-possible-now', async (world) => {
      configuration = await keep();
      const session = world.session();
      await world.close();
      return openWorld(productionWorld(worldParts()), surroundings, session);
    });
  }
  const settingsCommands = createSettingsCommands({
    keeper: parts.keeper ?? noKeeper,
    configuration: () => configuration,
    reopen,
    fail: refused,
  });

  /** Training is refused while real money is in the air: nobody must forget a waiting guest in another mode. */
  async function startTraining(): Promise<CommandResult<'startTraining'>> {
    try {
      const started = await replaceWorld<PosErrorCode>('training-refused', async (world) => {
        // Production is closed only when training stands: a desk must never be left without either.
        const opened = await openTraining();
        training = true;
        await world.close();
        return opened;
      });
      return started.ok ? started : refused(started.error);
    } catch (cause) {
      parts.log.error('training could not be opened', cause);
      return refused('training-unavailable');
    }
  }

  return {
    async execute<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandResult<N>> {
      // What was meant for one world is never done in the next: a sale of real money must not become an exercise.
      const asked = open;
      const changedMeanwhile = changing;
      const world = await currentWorld();
      if (name !== 'snapshot' && (changedMeanwhile || asked !== open)) return refused('not-possible-now');
      const commands: Commands = { ...world.commands, ...settingsCommands, startTraining };
      return commands[name](input);
    },
    subscribe(listener: (event: PosEvent) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hasOpenPayment: async (): Promise<boolean> => (await currentWorld()).hasOpenPayment(),
    /** Somebody wants to close: the host leaves at once, or the window asks first. */
    requestClose: async (): Promise<void> => (await currentWorld()).requestClose(),
    /** The system woke up. */
    wake: async (): Promise<void> => (await currentWorld()).wake(),
    close: async (): Promise<void> => (await currentWorld()).close(),
  };
}

type OpenWorld = Awaited<ReturnType<typeof openWorld>>;

type Surroundings = Pick<ProgramParts, 'log' | 'resolveProxy'> & {
  readonly host: ProgramHost;
  readonly clock: Clock;
  readonly revisions: Revisions;
  readonly announce: (event: PosEvent) => void;
};

/** A keyring takes its time after log-in. A look that could not be made for that must not pass for one that found nothing. */
function whenReady(nets: CardTerminal, ready: Promise<unknown>): CardTerminal {
  return { ...nets, clear: () => ready.then(() => nets.clear()), lookup: (terminalId) => ready.then(() => nets.lookup(terminalId)) };
}

/** @param session what was at the desk, where the same world is opened anew; nothing of it goes into another world. */
async function openWorld(
  world: World,
  { log, resolveProxy, clock, revisions, announce, host }: Surroundings,
  session: DeskSession | null = null,
) {
  const storage = await openStorage(world.folder, log);
  const { journal } = storage;
  if (world.nets !== null) storage.keepLogin(world.nets);
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
  const lastAttempt = (terminalId: string) => lastAttemptOf(journal.sentTo(terminalId, ATTEMPTS_READ));
  const directory = createDirectoryWatch({
    source: strapi === null ? { list: async () => ok(world.terminals) } : { list: () => world.ready.then(() => strapi.list()) },
    cache: world.strapi === null ? null : storage.directoryCache(world.strapi.baseUrl),
    nets: netsList,
    netsCache: storage.netsListingCache(world.nets === null ? '' : `${world.nets.username} ${world.nets.baseUrl}`),
    choice: storage.terminalMemory,
    pointOfSale: () => world.desk().pointOfSale,
    read(terminals) {
      // Never behind the back of an account that works with the settings as it read them.
      if (!isOpenElsewhere() && world.directoryRead(terminals)) desk.changed('desk');
    },
    lastAttempt,
    quiet: () => runner.openRequests().length > 0,
    clock,
    changed: () => desk.changed('terminals'),
  });
  const runCheck = createChecks({
    chosen: storage.terminalMemory.read,
    defined: directory.find,
    // Also one that the desk has left: its request may still be open, or its guest still at the terminal.
    paymentRuns: (terminalId) => journal.open().some(({ facts }) => facts.terminalId === terminalId),
    lastAttempt,
    askNets: directory.askNets,
    askStrapi: strapi === null ? null : directory.askSource,
    clockOffset: () => nets?.clockOffset() ?? null,
    hasRoom: storage.hasRoom,
    isHealthy: storage.isHealthy,
  });
  /** Another account works with the settings as it read them: nobody changes them behind its back. */
  const isOpenElsewhere = (): boolean => storage.problem() === 'journal-in-use';
  const hasOpenPayment = (): boolean => journal.open().some((payment) => isOpen(payment.state));
  const startOfToday = createStartOfToday(clock.wallTime, () => world.desk().timeZone);
  const desk = createDesk({
    settings: world.desk,
    obstacle: () => storage.problem() ?? (runner.journalProblem() === null ? world.obstacle() : 'answer-unwritten'),
    openBy: storage.openBy,
    secretsForThisRunOnly: world.secretsForThisRunOnly,
    runner,
    journal,
    directory,
    terminalMemory: storage.terminalMemory,
    lateApprovalMemory: storage.lateApprovals,
    views: createPaymentViews({ runner, journal, clock, startOfToday, here: world.desk }),
    startOfToday,
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
        return ok(await testConnections({ nets: netsList, strapi }));
      },
    },
    requestClose: closing.request,
    wake(): void {
      runner.wake();
      void directory.refresh();
    },
    hasOpenPayment,
    isOpenElsewhere,
    isInUse: (): boolean => desk.isStarting() || hasOpenPayment(),
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
      storage.close();
      await world.close();
    },
  };
}
