import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom, type Random } from './random.ts';
import { scenarios, shortScenarios } from './sales.ts';
import { judgeTrial, type Order, openTrial, recover, sellOne, type Trial, untilReady } from './trial.ts';
import { isOver, type Victim } from './victim.ts';

/** How many kills one journal gets before it may recover completely. A start in between recovers while it sells. */
export const KILLS_A_CHAIN = 20;
const TERMINALS = ['71000001', '71000002', '71000003', '71000004'] as const;
/** The share of kills while the program starts and looks up what the last kill left. */
const DURING_START = 0.25;
/** How long a desk waits at an unclear payment before it goes on with another guest. Milliseconds. */
const PATIENCE_MS = 120;
/**
 * How long a start takes on an idle machine, in milliseconds. If it takes longer the kills come later, because otherwise none would hit a
 * running sale.
 */
const USUAL_START_MS = 400;

export type Findings = {
  kills: number;
  /** Where the sale in hand stood in the journal when the process died, and how often. */
  readonly states: Map<string, number>;
  readonly mismatches: string[];
};

export const noFindings = (): Findings => ({ kills: 0, states: new Map(), mismatches: [] });

/** One chain: a folder, a server, and processes that are killed at random moments. `number` is the seed, and every mismatch names it. */
export async function runChain(number: number, kills: number, findings: Findings): Promise<void> {
  const random = createRandom(number);
  const trial = await openTrial({ told: true });
  let inHand: Order | null = null;
  const report = (when: string, wrong: readonly string[]): void => {
    findings.mismatches.push(...wrong.map((sentence) => `${when}: ${sentence}`));
  };
  try {
    for (let kill = number; kill < number + kills; kill += 1) {
      inHand = await killOnce(trial, random, inHand, (wrong) => report(`after the start before kill ${kill}`, wrong));
      findings.kills += 1;
      const payments = trial.payments();
      const state = payments.find(({ amountMinor }) => amountMinor === inHand?.amountMinor)?.state ?? 'no row';
      findings.states.set(state, (findings.states.get(state) ?? 0) + 1);
      report(`at kill ${kill}`, judgeTrial(trial));
    }
    report(`after kills ${number} to ${number + kills - 1}`, await recover(trial));
  } catch (cause) {
    report(`chain ${number}`, [String(cause instanceof Error ? cause.stack : cause)]);
  } finally {
    await trial.close();
  }
}

/** Starts, perhaps recovers, sells, and is killed. @returns the sale that was running. */
async function killOnce(trial: Trial, random: Random, before: Order | null, report: (wrong: string[]) => void): Promise<Order | null> {
  const victim = trial.start(null);
  if (random.fraction() < DURING_START) {
    await sleep(random.between(0, 400));
    await die(victim, report);
    return before;
  }
  const begun = performance.now();
  if (!(await untilReady(victim))) report([`the program did not start: ${victim.complaints()}`]);
  const slowness = Math.max(1, (performance.now() - begun) / USUAL_START_MS);
  if (random.fraction() < 0.5) {
    await victim.until(({ states }) => [...states.values()].every(isOver), random.between(50, 300));
    report(judgeTrial(trial));
  }
  for (const [paymentId, state] of victim.states()) if (!isOver(state)) victim.send({ type: 'release', paymentId });

  let inHand = before;
  let dead = false;
  const selling = (async () => {
    // A person who saw the screen go dark may press Maksa on the same form again: still one sale.
    let order = before !== null && random.fraction() < 0.3 ? before : trial.order(random.oneOf(TERMINALS));
    while (!dead) {
      inHand = order;
      // Half of them short: a terminal that says nothing keeps its desk for all the time that the process has left.
      await sellOne(trial, victim, random.oneOf(random.fraction() < 0.5 ? shortScenarios : scenarios), order, PATIENCE_MS * slowness);
      await sleep(2);
      order = trial.order(random.oneOf(TERMINALS));
    }
  })();
  await sleep(random.between(0, 200) * slowness);
  dead = true;
  await die(victim, report);
  await selling;
  return inHand;
}

async function die(victim: Victim, report: (wrong: string[]) => void): Promise<void> {
  victim.kill();
  const ending = await victim.ended;
  if (ending !== 'killed') report([`the program ended by itself with ${ending}: ${victim.complaints()}`]);
  // What its own bytes still do at the server is done before anybody compares.
  await sleep(10);
}

/** `parallel` chains at a time, the first of them number `first`. */
export async function runKills(kills: number, first: number, parallel: number, findings: Findings): Promise<void> {
  let next = first;
  const end = first + kills;
  const work = async (): Promise<void> => {
    while (next < end) {
      const number = next;
      next += KILLS_A_CHAIN;
      await runChain(number, Math.min(KILLS_A_CHAIN, end - number), findings);
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
}
