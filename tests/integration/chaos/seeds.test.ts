import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromSchedule, fromSeed, shrink } from '../../chaos/decisions.ts';
import { play } from '../../chaos/play.ts';
import { addUp, noFindings } from '../../chaos/run.ts';

const SEEDS = 1_000;
const KEPT = join(import.meta.dirname, '../../chaos/kept');

describe('seeded chaos, in short (the long form: npm run chaos)', () => {
  it('never lets the journal say what did not happen to the money', { timeout: 900_000 }, async () => {
    const findings = noFindings();
    for (let seed = 0; seed < SEEDS; seed += 1) addUp(findings, seed, await play(fromSeed(seed)));
    expect(findings.mismatches).toEqual([]);
    for (const state of ['approved', 'declined', 'cancelled', 'timed-out', 'refused', 'unresolved', 'settled-by-person']) {
      expect(findings.reached.get(`state ${state}`) ?? 0, state).toBeGreaterThan(0);
    }
  });

  it('plays a seed the same way each time, and from its schedule as from its seed', async () => {
    for (const seed of [3, 77, 1_234]) {
      const first = await play(fromSeed(seed));
      expect(first.story.length).toBeGreaterThan(5);
      expect((await play(fromSeed(seed))).story).toEqual(first.story);
      expect((await play(fromSchedule(first.schedule))).story).toEqual(first.story);
    }
  });

  it('makes a failing schedule as short as it can be', async () => {
    const hasSevenThenThree = async (schedule: readonly number[]): Promise<boolean> =>
      schedule.includes(7) && schedule.indexOf(3, schedule.indexOf(7)) > 0;
    expect(await shrink([1, 5, 7, 2, 0, 4, 3, 1, 1, 0, 0], hasSevenThenThree)).toEqual([7, 3]);
  });

  it.each(readdirSync(KEPT).filter((name) => name.endsWith('.json')))('no longer fails as it once did: %s', async (name) => {
    const { schedule } = JSON.parse(readFileSync(join(KEPT, name), 'utf8')) as { schedule: number[] };
    expect((await play(fromSchedule(schedule))).complaints).toEqual([]);
  });
});
