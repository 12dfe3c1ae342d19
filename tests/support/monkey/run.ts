import { setTimeout as sleep } from 'node:timers/promises';
import { exportPayments } from '../desk/program.ts';
import type { Started } from '../desk/started.ts';
import { chooseAct, tell } from './acts.ts';
import { compareAll, tellExport, tellLedger } from './comparison.ts';
import { createFaults } from './faults.ts';
import { createGuests } from './guests.ts';
import { openHands } from './hands.ts';
import { chargingPress } from './presses.ts';
import { createRandom } from './random.ts';
import { goToSale } from './shown.ts';
import { createStory, type Story } from './story.ts';
import { createWatch } from './watch.ts';

const TERMINALS = ['71000001', '71000002', '71000003', '71000004'] as const;

export interface Task {
  readonly seed: number;
  readonly steps: number;
  readonly keep: (line: string) => void;
}

export interface Run {
  readonly story: Story;
  readonly posts: number;
}

/** Runs one seed: a number of steps on the real window, then it waits until nothing is running and compares. */
export async function runMonkey(started: Started, { seed, steps, keep }: Task): Promise<Run> {
  const story = createStory(keep);
  const cloud = await started.cloud({ latestAfterMs: 0 });
  const random = createRandom(seed, 'hands');
  const guests = createGuests(cloud, TERMINALS, seed);
  const faults = createFaults(cloud, TERMINALS, createRandom(seed, 'faults'));
  const watch = createWatch(cloud, story);
  const userDataDir = started.folder();
  const operators = random.chance(0.5) ? { operators: ['Maija V.', 'Jussi K.'] } : {};
  const provision = started.provision({ baseUrl: cloud.baseUrl, ...operators });
  const hands = await openHands({ userDataDir, flags: [`--provision=${provision}`], complain: (what) => story.find([what]) });
  started.atEnd(() => hands.stop());

  async function play(): Promise<void> {
    let screen = watch.saw(await hands.look());
    for (let step = 1; step <= steps; step += 1) {
      story.at(`step ${step}`);
      const fault = await faults.tick(step);
      if (fault !== null) story.say(`     ${fault}`);
      guests.tick(step);
      const act = chooseAct(screen, random);
      const press = chargingPress(act, screen, step);
      if (press !== null) watch.pressed(press);
      const undone = await hands.do(act);
      story.say(`${String(step).padStart(4)} ${tell(act, screen)}${undone === null ? '' : ` (not done: ${undone})`}`);
      if (act.kind === 'reload' || act.kind === 'crash') watch.pageWent();
      if (act.kind === 'restart') watch.programWent();
      screen = watch.saw(await hands.look());
      story.say(`       ${screen.dialog ?? screen.heading}`);
    }
  }

  async function comeToRest(): Promise<void> {
    story.at('coming to rest');
    await faults.finish();
    guests.finish();
    await sleep(300);
    // A request that nobody will answer ends as it does where a router gives it up.
    cloud.dropConnections();
    watch.saw(await goToSale(hands));
  }

  async function compare(when: string, open: number): Promise<void> {
    story.at(when);
    story.find(await compareAll({ hands, userDataDir, cloud, open }));
    watch.saw(await goToSale(hands));
  }

  try {
    await play();
    await comeToRest();
    await compare('at rest', 6);
    await hands.do({ kind: 'restart' });
    watch.programWent();
    await compare('after a restart', 2);
  } catch (error) {
    story.find([error instanceof Error ? error.message : String(error)]);
  }
  story.say(...tellLedger(cloud), ...tellExport(await exportPayments(userDataDir, 'production')));
  return { story, posts: watch.posts() };
}
