import type { PosErrorCode } from '../../shared/errors.ts';
import type { DeskSession } from '../desk/desk-session.ts';
import type { Refuse } from '../desk/refusals.ts';
import type { Log } from '../support/log.ts';
import type { OpenWorlds } from './open-worlds.ts';
import type { Part } from './part.ts';
import type { OpenWorld } from './world.ts';

/** Training is refused while a real payment is open, because its guest could be forgotten, and while it is not known whether one is. */
function inTheWay(world: OpenWorld): PosErrorCode | null {
  if (world.isInUse()) return 'training-refused';
  return world.isBlind() ? 'training-unavailable' : null;
}

type TrainingParts = {
  readonly worlds: OpenWorlds;
  readonly isTraining: () => boolean;
  readonly openTraining: () => Promise<OpenWorld>;
  readonly openProduction: (session: DeskSession | null) => Promise<OpenWorld>;
  /** The program is in training from now on, or no longer. */
  readonly begun: (training: boolean) => void;
  readonly refuse: Refuse;
  readonly log: Log;
};

/** The way into training, and back to real payments without a restart. */
export function trainingPart(parts: TrainingParts) {
  const { worlds, refuse, log } = parts;
  /** What was typed and who was at the desk when training began. */
  let left: DeskSession | null = null;
  /** The other world is open and is the desk's from now on, also where this one could not be closed as it should. */
  const closed = (world: OpenWorld): Promise<void> =>
    world.close().catch((cause: unknown) => log.error('a world could not be closed', cause));

  return {
    commands: {
      async startTraining() {
        if (parts.isTraining()) return refuse('not-possible-now');
        try {
          const started = await worlds.replace(inTheWay, 'training-refused', async (world) => {
            // Production is closed only when training is open: if training cannot be opened, the desk stays in production.
            const opened = await parts.openTraining();
            parts.begun(true);
            left = world.session();
            await closed(world);
            return opened;
          });
          return started.ok ? started : refuse(started.error);
        } catch (cause) {
          log.error('training could not be opened', cause);
          return refuse('training-unavailable');
        }
      },
      async leaveTraining() {
        if (!parts.isTraining()) return refuse('not-possible-now');
        const busy = (world: OpenWorld): PosErrorCode | null => (world.isBusy() ? 'not-possible-now' : null);
        try {
          const back = await worlds.replace(busy, 'not-possible-now', async (world) => {
            // The two have folders of their own, so production can be open before training is closed.
            const opened = await parts.openProduction(left);
            parts.begun(false);
            left = null;
            await closed(world);
            return opened;
          });
          return back.ok ? back : refuse(back.error);
        } catch (cause) {
          log.error('production could not be opened after training', cause);
          return refuse('not-possible-now');
        }
      },
    },
  } satisfies Part;
}
