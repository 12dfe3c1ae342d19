import { isDeepStrictEqual } from 'node:util';
import type { PosErrorCode } from '../../shared/errors.ts';
import type { CommandInput, CommandName, CommandResult, Commands, PosEvent } from '../../shared/ipc/contract.ts';
import { joinByName } from '../../shared/join-by-name.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { DeskSession } from '../desk/desk-session.ts';
import type { OutcomeNews } from '../desk/outcome-news.ts';
import { createRefuse, type Refuse } from '../desk/refusals.ts';
import { noPaper, type PaperDevice } from '../paper/ports.ts';
import type { Clock } from '../payments/ports.ts';
import type { Configuration, Settings } from '../settings/settings.ts';
import { createSettingsCommands, noKeeper, type SettingsKeeper } from '../settings/settings-commands.ts';
import { isHeld } from '../storage/journal-lock.ts';
import { systemClock } from '../system/clock.ts';
import { systemIds } from '../system/ids.ts';
import { createTour } from '../tour/tour.ts';
import { type ComfortKeeper, comfortForThisRun } from './comfort-part.ts';
import type { OpenedLink } from './links.ts';
import { createOpenWorlds, type OpenWorlds } from './open-worlds.ts';
import { joinParts, type Part } from './part.ts';
import { productionWorld } from './production-world.ts';
import type { ProgramCommands } from './program-commands.ts';
import type { Revisions } from './publication.ts';
import { trainingPart } from './training-mode.ts';
import { trainingWorld } from './training-world.ts';
import { type OpenWorld, openWorld, type ProgramHost, type Surroundings } from './world.ts';
import { productionFolder, type WorldParts } from './worlds.ts';

export type ProgramParts = WorldParts &
  Pick<Surroundings, 'resolveProxy' | 'log'> & {
    readonly training: boolean;
    readonly clock?: Clock;
    /** The process around the program: its window and the system's sleep. Tests run without one. */
    readonly host?: ProgramHost;
    /** The system's printers. Without it nothing can be printed. */
    readonly paper?: PaperDevice;
    /** How this PC shows the program. Without it the choices last for this run only. */
    readonly comfort?: ComfortKeeper;
    /** Told of each outcome, for somebody who uses another window. */
    readonly tellOutcome?: (news: OutcomeNews) => void;
    /** Stores the settings. Without it they cannot be changed. */
    readonly keeper?: SettingsKeeper;
  };

const noHost: ProgramHost = { leave: () => undefined, askElsewhere: () => undefined, keepAwake: () => undefined };

export type Program = ReturnType<typeof composeProgram>;

/**
 * The program: the world that is open (`world.ts` joins its parts), and the commands that replace it with another. It does not know
 * Electron, so that tests without a window run the real program.
 */
export function composeProgram(parts: ProgramParts) {
  const revisions: Revisions = { value: 0 };
  const listeners = new Set<(event: PosEvent) => void>();
  const announce = (event: PosEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const host = parts.host ?? noHost;
  const around: Surroundings = {
    ...{ ...parts, clock: parts.clock ?? systemClock, paper: parts.paper ?? noPaper, revisions, announce, host },
    comfort: parts.comfort ?? comfortForThisRun(),
    tellOutcome: parts.tellOutcome ?? (() => undefined),
    tour: createTour(),
    chooseFolder: (parts.keeper ?? noKeeper).chooseFolder,
  };
  const refuse = createRefuse(systemIds);
  const { worlds, part } = openProgram(parts, around, refuse);
  const programCommands = part.commands satisfies ProgramCommands;

  return {
    async execute<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandResult<N>> {
      const { world, isSame } = await worlds.sameAsNow();
      if (name !== 'snapshot' && !isSame) return refuse('not-possible-now');
      const commands: Commands = joinByName('command', world.commands, programCommands);
      return commands[name](input);
    },
    subscribe(listener: (event: PosEvent) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hasOpenPayment: async (): Promise<boolean> => (await worlds.current()).hasOpenPayment(),
    /** The operator wants to close: the host leaves at once, or the window asks first. */
    async requestClose(): Promise<void> {
      const world = await worlds.current().catch(() => null);
      // If no world could be opened, closing loses nothing.
      if (world === null) host.leave();
      else world.requestClose();
    },
    /** Settles when the first world is open. @throws if it cannot be opened. */
    opened: async (): Promise<void> => void (await worlds.current()),
    /** A link was opened on this PC: what Willba asks for is shown, or why the link is refused. Nothing is charged. */
    async openLink(opened: OpenedLink): Promise<void> {
      while (!(await (await worlds.current()).openLink(opened)));
    },
    /** The system woke up. */
    wake: async (): Promise<void> => (await worlds.current()).wake(),
    close: async (): Promise<void> => (await worlds.current()).close(true),
  };
}

/** Opens the first world, and makes the commands that replace it. */
function openProgram(parts: ProgramParts, around: Surroundings, refuse: Refuse) {
  const keeper = parts.keeper ?? noKeeper;
  let configuration: Configuration = parts;
  let training = parts.training;
  const writeSettings = (settings: Settings): void => {
    keeper.writeSettings(settings);
    configuration = { ...configuration, settings };
  };
  const worldParts = (): WorldParts => ({ ...parts, ...configuration, writeSettings });
  const openTraining = async () => openWorld(await trainingWorld(worldParts()), around);
  const worlds = createOpenWorlds(training ? openTraining() : openWorld(productionWorld(worldParts()), around));

  /**
   * Opens the production world again, with the configuration that `next` returns. A journal can only be open once, so the old world is
   * closed first. Fails with `not-possible-now` while a payment needs the old world, and in training.
   */
  async function reopen(next: () => Configuration | Promise<Configuration>): Promise<Result<null, PosErrorCode>> {
    if (training) return failed('not-possible-now');
    const busy = (world: OpenWorld): PosErrorCode | null => (world.isBusy() ? 'not-possible-now' : null);
    return worlds.replace(busy, 'not-possible-now', async (world) => {
      configuration = await next();
      const session = world.session();
      await world.close();
      return openWorld(productionWorld(worldParts()), around, session);
    });
  }

  const settingsPart = {
    commands: createSettingsCommands({
      keeper,
      configuration: () => configuration,
      async reopen(keep) {
        return (await worlds.current()).isOpenElsewhere() ? failed('open-elsewhere') : reopen(keep);
      },
      fail: refuse,
    }),
  } satisfies Part;
  const ofTraining = {
    isTraining: () => training,
    openTraining,
    openProduction: (session: DeskSession | null) => openWorld(productionWorld(worldParts()), around, session),
    begun: (isTraining: boolean): void => {
      training = isTraining;
    },
  };
  const part = joinParts(
    settingsPart,
    trainingPart({ worlds, ...ofTraining, refuse, log: around.log }),
    journalPart({ worlds, reopen, refuse, keeper, configuration: () => configuration, folder: productionFolder(parts.dataFolder) }),
  );
  return { worlds, part };
}

/**
 * The command that tries to open the journal again, for example after the program was closed in another account. The settings are read
 * again, too. Fails as before if the cause remains.
 */
function journalPart(parts: {
  readonly worlds: OpenWorlds;
  readonly reopen: (next: () => Configuration) => Promise<Result<null, PosErrorCode>>;
  readonly refuse: Refuse;
  readonly keeper: SettingsKeeper;
  readonly configuration: () => Configuration;
  readonly folder: string;
}) {
  const { worlds, refuse } = parts;
  const hasLostSettings = (): boolean => parts.configuration().settingsDamaged === true;

  /** If the stored settings have not changed, the secrets of this run stay in use: without a safe storage they are stored nowhere else. */
  function readAgain(): Configuration {
    const configuration = parts.configuration();
    const kept = parts.keeper.read();
    return kept === null || isDeepStrictEqual(kept.settings, configuration.settings) ? configuration : kept;
  }

  return {
    commands: {
      async openJournal() {
        const world = await worlds.current();
        const isShut = world.isOpenElsewhere() || world.isUnreadable();
        if (!isShut && !hasLostSettings()) return ok(null);
        if (isShut && isHeld(parts.folder)) return refuse('open-elsewhere');
        const opened = await parts.reopen(readAgain);
        if (!opened.ok) return refuse(opened.error);
        if ((await worlds.current()).isUnreadable()) return refuse('journal-unreadable');
        return hasLostSettings() ? refuse('settings-unreadable') : ok(null);
      },
    },
  } satisfies Part;
}
