import type { PosErrorCode } from '../../shared/errors.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { OpenWorld } from './world.ts';

export type OpenWorlds = ReturnType<typeof createOpenWorlds>;

/** The world that is open, and how another takes its place. One change at a time. */
export function createOpenWorlds(open: Promise<OpenWorld>) {
  let opened = open;
  /** Another world is on its way into the open one's place. */
  let changing = false;

  /** The world that is open, also for somebody who waited while it changed. */
  async function current(): Promise<OpenWorld> {
    for (;;) {
      const asked = opened;
      const world = await asked;
      if (asked === opened) return world;
    }
  }

  return {
    current,

    /** What was meant for one world is never done in the next: a sale of real money must not become an exercise. */
    async sameAsNow(): Promise<{ readonly world: OpenWorld; readonly isSame: boolean }> {
      const asked = opened;
      const changedMeanwhile = changing;
      const world = await current();
      return { world, isSame: !changedMeanwhile && asked === opened };
    },

    /**
     * Puts another world in the open one's place, unless something stands in the way or another change is under way. From that question
     * on nobody begins anything in the old world. Where `next` fails before it has closed the old one, that one stays.
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
