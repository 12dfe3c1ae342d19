/** All random choices of a run come from here, so its seed is enough to repeat it. */
export interface Random {
  /** At least 0, below 1. */
  number(): number;
  /** An integer from 0 on, below `end`. */
  below(end: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** Null where nothing has a weight. */
  weighted<T>(items: readonly Weighted<T>[]): T | null;
}

export interface Weighted<T> {
  readonly item: T;
  readonly weight: number;
}

/** The streams of a seed are independent: what the server draws does not change what the hands draw. */
export function createRandom(seed: number, stream: string): Random {
  let state = [...stream].reduce((sum, letter) => Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0), Math.imul(seed + 1, 0x9e3779b9));
  const number = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number): number => Math.floor(number() * end);
  return {
    number,
    below,
    chance: (probability) => number() < probability,
    pick: (items) => items[below(items.length)] ?? items[0],
    weighted(items) {
      let left = number() * items.reduce((sum, { weight }) => sum + weight, 0);
      for (const { item, weight } of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return null;
    },
  };
}
