import type { PosErrorCode } from '../../shared/errors.ts';
import type { Refuse } from '../desk/refusals.ts';
import type { Log } from '../support/log.ts';
import type { OpenWorlds } from './open-worlds.ts';
import type { Part } from './part.ts';
import type { OpenWorld } from './world.ts';

/** Training is refused while real money is in the air: nobody must forget a waiting guest in another mode. */
function inTheWay(world: OpenWorld): PosErrorCode | null {
  if (world.isInUse()) return 'training-refused';
  return world.isBlind() ? 'training-unavailable' : null;
}

export const trainingPart = (parts: {
  readonly worlds: OpenWorlds;
  readonly openTraining: () => Promise<OpenWorld>;
  /** From now on this program is one for training. */
  readonly begun: () => void;
  readonly refuse: Refuse;
  readonly log: Log;
}) =>
  ({
    commands: {
      async startTraining() {
        try {
          const started = await parts.worlds.replace(inTheWay, 'training-refused', async (world) => {
            // Production is closed only when training stands: a desk must never be left without either.
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
