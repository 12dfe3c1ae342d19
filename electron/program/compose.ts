import { isDeepStrictEqual } from 'node:util';
import type { PosErrorCode } from '../../shared/errors.ts';
import type { CommandInput, CommandName, CommandResult, Commands, PosEvent } from '../../shared/ipc/contract.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { posError } from '../desk/pos-error.ts';
import type { Clock } from '../payments/ports.ts';
import type { Configuration, Settings } from '../settings/settings.ts';
import { createSettingsCommands, noKeeper, type SettingsKeeper } from '../settings/settings-commands.ts';
import { isHeld } from '../storage/journal-lock.ts';
import { systemClock } from '../system/clock.ts';
import { systemIds } from '../system/ids.ts';
import type { Revisions } from './publication.ts';
import { type OpenWorld, openWorld, type ProgramHost, type Surroundings } from './world.ts';
import { productionFolder, productionWorld, trainingWorld, type WorldParts } from './worlds.ts';

export type ProgramParts = WorldParts &
  Pick<Surroundings, 'resolveProxy' | 'log'> & {
    readonly training: boolean;
    readonly clock?: Clock;
    /** The process around the program; without one nobody closes a window and nothing sleeps. */
    readonly host?: ProgramHost;
    /** Where settings are kept; without it support can change nothing. */
    readonly keeper?: SettingsKeeper;
  };

const noHost: ProgramHost = { leave: () => undefined, askElsewhere: () => undefined, keepAwake: () => undefined };

export type Program = ReturnType<typeof composeProgram>;

/**
 * The program: the world that is open (`world.ts` joins its parts) and what puts another in its place. Knows no Electron,
 * so that the windowless program in the tests is the real one.
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
  const keeper = parts.keeper ?? noKeeper;
  const hasLostSettings = (): boolean => configuration.settingsDamaged === true;
  let training = parts.training;
  /** Another world is on its way into the open one's place. */
  let changing = false;
  let open = training ? openTraining() : openWorld(productionWorld(worldParts()), surroundings);
  const refused = (code: PosErrorCode) => failed(posError(code, systemIds.errorRef()));

  function writeSettings(settings: Settings): void {
    keeper.writeSettings(settings);
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
   * Puts another world in the open one's place, unless something stands in the way or another change is under way. From that question
   * on nobody begins anything in the old world. Where `next` fails before it has closed the old one, that one stays.
   */
  async function replaceWorld<E>(
    obstacle: (world: OpenWorld) => E | null,
    whileChanging: E,
    next: (world: OpenWorld) => Promise<OpenWorld>,
  ): Promise<Result<null, E>> {
    const world = await currentWorld();
    const inTheWay = changing ? whileChanging : obstacle(world);
    if (inTheWay !== null) return failed(inTheWay);
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
  async function reopen(next: () => Configuration | Promise<Configuration>): Promise<Result<null, PosErrorCode>> {
    if (training) return failed('not-possible-now');
    const busy = (world: OpenWorld): PosErrorCode | null => (world.isBusy() ? 'not-possible-now' : null);
    return replaceWorld(busy, 'not-possible-now', async (world) => {
      configuration = await next();
      const session = world.session();
      await world.close();
      return openWorld(productionWorld(worldParts()), surroundings, session);
    });
  }

  /** Settings that nobody changed keep their secrets: without a safe storage those are known to this run alone. */
  function readAgain(): Configuration {
    const kept = keeper.read();
    return kept === null || isDeepStrictEqual(kept.settings, configuration.settings) ? configuration : kept;
  }

  /**
   * Another account had the program open, and somebody says that it is closed there; or something else was in the way of the journal
   * or of the settings, and somebody tries again. This program goes on, with the settings as they are now.
   */
  async function openJournal(): Promise<CommandResult<'openJournal'>> {
    const world = await currentWorld();
    const isShut = world.isOpenElsewhere() || world.isUnreadable();
    if (!isShut && !hasLostSettings()) return ok(null);
    if (isShut && isHeld(productionFolder(parts.dataFolder))) return refused('open-elsewhere');
    const opened = await reopen(readAgain);
    if (!opened.ok) return refused(opened.error);
    if ((await currentWorld()).isUnreadable()) return refused('journal-unreadable');
    return hasLostSettings() ? refused('settings-unreadable') : ok(null);
  }
  const settingsCommands = createSettingsCommands({
    keeper,
    configuration: () => configuration,
    async reopen(keep) {
      return (await currentWorld()).isOpenElsewhere() ? failed('open-elsewhere') : reopen(keep);
    },
    fail: refused,
  });

  /** Training is refused while real money is in the air: nobody must forget a waiting guest in another mode. */
  async function startTraining(): Promise<CommandResult<'startTraining'>> {
    try {
      const inUse = (world: OpenWorld): PosErrorCode | null => {
        if (world.isInUse()) return 'training-refused';
        return world.isBlind() ? 'training-unavailable' : null;
      };
      const started = await replaceWorld<PosErrorCode>(inUse, 'training-refused', async (world) => {
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
      const commands: Commands = { ...world.commands, ...settingsCommands, startTraining, openJournal };
      return commands[name](input);
    },
    subscribe(listener: (event: PosEvent) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hasOpenPayment: async (): Promise<boolean> => (await currentWorld()).hasOpenPayment(),
    /** Somebody wants to close: the host leaves at once, or the window asks first. */
    async requestClose(): Promise<void> {
      const world = await currentWorld().catch(() => null);
      // Without a world there is nothing that closing could lose.
      if (world === null) surroundings.host.leave();
      else world.requestClose();
    },
    /** Settles when the first world stands. @throws why it cannot. */
    opened: async (): Promise<void> => void (await currentWorld()),
    /** The system woke up. */
    wake: async (): Promise<void> => (await currentWorld()).wake(),
    close: async (): Promise<void> => (await currentWorld()).close(),
  };
}
