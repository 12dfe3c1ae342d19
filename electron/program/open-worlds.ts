import type { PosErrorCode } from '../../shared/errors.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { OpenWorld } from './world.ts';

export type OpenWorlds = ReturnType<typeof createOpenWorlds>;

/** The world that is open, and how another replaces it. One change at a time. */
export function createOpenWorlds(open: Promise<OpenWorld>) {
  let opened = open;
  /** True while a replacement is under way. */
  let changing = false;

  /** The world that is open. If it is replaced meanwhile, the new one. */
  async function current(): Promise<OpenWorld> {
    for (;;) {
      const asked = opened;
      const world = await asked;
      if (asked === opened) return world;
    }
  }

  return {
    current,

    /**
     * `isSame` is false if the world was replaced while this call waited. The command must then be refused: what was meant for one world
     * must not be done in another, for example a sale of real money in training.
     */
    async sameAsNow(): Promise<{ readonly world: OpenWorld; readonly isSame: boolean }> {
      const asked = opened;
      const changedMeanwhile = changing;
      const world = await current();
      return { world, isSame: !changedMeanwhile && asked === opened };
    },

    /**
     * Replaces the open world with the one that `next` opens. Refused if `obstacle` returns a reason, and with `whileChanging` during
     * another replacement. Otherwise commands wait for the new world from now on. If `next` throws, the old world stays, so `next` must not
     * throw after it has closed it.
     */
    async replace(
      obstacle: (world: OpenWorld) => PosErrorCode | null,
      whileChanging: PosErrorCode,
      next: (world: OpenWorld) => Promise<OpenWorld>,
    ): Promise<Result<null, PosErrorCode>> {
      const world = await current();
      const inTheWay = changing ? whileChanging : obstacle(world);
      if (inTheWay !== null) return failed(inTheWay);
      const replaced = next(world);
      opened = replaced.catch(() => world);
      changing = true;
      const replacement = await replaced.finally(() => {
        changing = false;
      });
      replacement.announceAll();
      return ok(null);
    },
  };
}
