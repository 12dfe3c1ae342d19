export type Random = {
  /** 0 ≤ x < 1. */
  fraction(): number;
  /** A whole number of both ends' range. */
  between(low: number, high: number): number;
  oneOf<T>(list: readonly [T, ...T[]] | readonly T[]): T;
};

/** mulberry32: the same seed gives the same kills in the same order, as far as two processes behave alike. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    fraction,
    between: (low, high) => low + Math.floor(fraction() * (high - low + 1)),
    oneOf(list) {
      const chosen = list[Math.floor(fraction() * list.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
  };
}
