import { type Act, RaceWorld } from './race-world.ts';

export type Played = {
  /** Each begins with its ordering, so that one of them can be played alone. */
  readonly complaints: readonly string[];
  readonly played: number;
  /** How often each state was the end. */
  readonly ends: ReadonlyMap<string, number>;
};

export async function playRaces(all: Iterable<readonly Act[]>): Promise<Played> {
  const complaints: string[] = [];
  const ends = new Map<string, number>();
  let played = 0;
  for (const order of all) {
    const world = new RaceWorld();
    const states = await world.play(order);
    played += 1;
    for (const { name } of Object.values(states)) ends.set(name, (ends.get(name) ?? 0) + 1);
    for (const complaint of world.complaints) complaints.push(`${order.join(' → ')}: ${complaint}`);
  }
  return { complaints, played, ends };
}
