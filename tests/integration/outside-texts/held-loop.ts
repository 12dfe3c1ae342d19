const RUNS = 3;

/**
 * How long the main loop is held at most while something is done, in milliseconds of this process's own work: what other programs of
 * the machine take away in between does not count. The best of a few runs, because the first one compiles.
 */
export async function longestHold(work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run += 1) best = Math.min(best, await holdOnce(work));
  return best;
}

async function holdOnce(work: () => unknown): Promise<number> {
  let longest = 0;
  let stopped = false;
  let before = process.cpuUsage();
  const look = (): void => {
    const { user, system } = process.cpuUsage(before);
    longest = Math.max(longest, (user + system) / 1_000);
    before = process.cpuUsage();
    if (!stopped) setImmediate(look);
  };
  setImmediate(look);
  await new Promise((resolve) => setTimeout(resolve, 5));
  longest = 0;
  await work();
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  stopped = true;
  return longest;
}
