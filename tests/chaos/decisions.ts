import type { Decide } from './nets-world/wire.ts';

/** Draws decisions from a seed, or replays recorded ones. After the end of a record it chooses the ordinary course. */
export interface Decisions {
  readonly decide: Decide;
  /** What was drawn so far: the schedule. */
  readonly drawn: readonly number[];
}

export function fromSeed(seed: number): Decisions {
  const random = mulberry32(seed);
  return record((weights) => pick(weights, random()));
}

export function fromSchedule(schedule: readonly number[]): Decisions {
  let next = 0;
  return record((weights) => {
    const wanted = schedule[next] ?? 0;
    next += 1;
    return Math.min(wanted, weights.length - 1);
  });
}

function record(draw: (weights: readonly number[]) => number): Decisions {
  const drawn: number[] = [];
  return {
    drawn,
    decide: (_what, weights) => {
      const index = draw(weights);
      drawn.push(index);
      return index;
    },
  };
}

function pick(weights: readonly number[], random: number): number {
  let left = random * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return index;
  }
  return 0;
}

function mulberry32(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Makes a failing schedule shorter and simpler while it still fails: first it removes pieces, then it replaces decisions by the ordinary
 * course.
 */
export async function shrink(
  schedule: readonly number[],
  fails: (candidate: readonly number[]) => Promise<boolean>,
): Promise<readonly number[]> {
  let best = trimmed(schedule);
  for (let size = Math.ceil(best.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let start = 0; start < best.length; ) {
      const without = trimmed([...best.slice(0, start), ...best.slice(start + size)]);
      if (await fails(without)) best = without;
      else start += size;
    }
  }
  for (let index = 0; index < best.length; index += 1) {
    if (best[index] === 0) continue;
    const plainer = trimmed(best.with(index, 0));
    if (await fails(plainer)) best = plainer;
  }
  return best;
}

/** Ordinary decisions at the end are not needed: they are the default. */
function trimmed(schedule: readonly number[]): readonly number[] {
  let end = schedule.length;
  while (end > 0 && schedule[end - 1] === 0) end -= 1;
  return schedule.slice(0, end);
}
