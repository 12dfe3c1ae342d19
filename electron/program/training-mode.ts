import type { PosErrorCode } from '../../shared/errors.ts';
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

export const trainingPart = (parts: {
  readonly worlds: OpenWorlds;
  readonly openTraining: () => Promise<OpenWorld>;
  /** The program is in training from now on. */
  readonly begun: () => void;
  readonly refuse: Refuse;
  readonly log: Log;
}) =>
  ({
    commands: {
      async startTraining() {
        try {
          const started = await parts.worlds.replace(inTheWay, 'training-refused', async (world) => {
            // Production is closed only when training is open: if training cannot be opened, the desk stays in production.
            const opened = await parts.openTraining();
            parts.begun();
            await world.close();
            return opened;
          });
          return started.ok ? started : parts.refuse(started.error);
        } catch (cause) {
          parts.log.error('training could not be opened', cause);
          return parts.refuse('training-unavailable');
        }
      },
    },
  }) satisfies Part;
