import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { PaymentStateName } from '../../../shared/payment.ts';
import { newFolder } from '../../support/desk/program.ts';
import { writeProvisioningFile } from '../../support/provisioning.ts';
import { createRandom, type Random } from '../random.ts';
import type { Findings } from '../random-kills.ts';
import { scenarios } from '../sales.ts';
import { judge, type Order, openTrial, type Trial } from '../trial.ts';
import { isOver } from '../victim.ts';
import { commandAt, type FullVictim, sellAt, snapshotOf, startFullVictim } from './full-victim.ts';

const TERMINALS = ['71000001', '71000002', '71000003', '71000004'] as const;
/** The shares of kills while the program starts, and while it looks up what the last kill left. */
const DURING_START = 0.2;
const DURING_LOOKUPS = 0.2;
/** The last planned lookup comes 180 s after the start. This is real time, because it is the real program. */
const ALL_LOOKUPS_MS = 400_000;
const QUIT_LIMIT_MS = 60_000;

/** One folder and one server: `kills` kills, and then a start without one. `number` is the seed. */
export async function runFullChain(number: number, kills: number, findings: Findings): Promise<void> {
  const random = createRandom(number);
  const trial = await openTrial({ told: false });
  const fileFolder = newFolder('full-kills');
  const provisioning = writeProvisioningFile(fileFolder, { baseUrl: trial.cloud.baseUrl });
  const start = (): FullVictim => startFullVictim(trial.dataFolder, provisioning);
  const report = (when: string, wrong: readonly string[]): void => {
    findings.mismatches.push(...wrong.map((sentence) => `${when}: ${sentence}`));
  };
  let inHand: Order | null = null;
  try {
    for (let kill = number; kill < number + kills; kill += 1) {
      const victim = start();
      const order = await liveALittle(trial, victim, random, (wrong) => report(`before kill ${kill}`, wrong));
      victim.kill();
      const ending = await victim.ended;
      if (ending !== 'killed') report(`at kill ${kill}`, [`the program ended by itself with ${ending}: ${victim.complaints()}`]);
      // What its own bytes still do at the server is done before anybody compares.
      await sleep(100);
      findings.kills += 1;
      inHand = order ?? inHand;
      const payments = trial.payments();
      const state = payments.find(({ amountMinor }) => amountMinor === inHand?.amountMinor)?.state ?? 'no row';
      findings.states.set(state, (findings.states.get(state) ?? 0) + 1);
      report(`at kill ${kill}`, judge(payments, trial.cloud));
    }
    report(`after kills ${number} to ${number + kills - 1}`, await recoverFully(trial, start()));
  } catch (cause) {
    report(`chain ${number}`, [String(cause instanceof Error ? cause.stack : cause)]);
  } finally {
    await trial.close();
    rmSync(fileFolder, { recursive: true, force: true });
  }
}

/** Runs from the start to the kill. @returns the sale that was running, if one was begun. */
async function liveALittle(
  trial: Trial,
  victim: FullVictim,
  random: Random,
  report: (wrong: readonly string[]) => void,
): Promise<Order | null> {
  if (random.fraction() < DURING_START) {
    await sleep(random.between(0, 2_000));
    return null;
  }
  const page = await victim.ready();
  if (page === null) {
    report([`the program did not start: ${victim.complaints()}`]);
    return null;
  }
  if (random.fraction() < DURING_LOOKUPS) {
    await sleep(random.between(0, 7_000));
    return null;
  }
  await releaseWhatIsOpen(page);
  const order = trial.order(random.oneOf(TERMINALS));
  const scenario = random.oneOf(scenarios);
  trial.cloud.terminal(order.terminalId).always(scenario.script());
  const selling = sellAt(page, order).then(async (paymentId) => {
    if (paymentId === null || scenario.cancelAfterMs === null) return;
    await sleep(scenario.cancelAfterMs);
    await commandAt(page, 'cancelPayment', paymentId);
  });
  await Promise.race([selling, sleep(random.between(0, 100))]);
  await sleep(random.between(0, 250));
  return order;
}

/** Goes on with the next guest, so that a payment of the last run does not fill the window. */
async function releaseWhatIsOpen(page: Page): Promise<void> {
  const open = (await snapshotOf(page))?.today.payments.filter(({ state, released }) => !isOver(state) && !released) ?? [];
  for (const { id } of open) await commandAt(page, 'releasePayment', id);
}

/** A start without a kill: it makes all lookups and closes when it is told to. */
async function recoverFully(trial: Trial, victim: FullVictim): Promise<string[]> {
  const wrong: string[] = [];
  const page = await victim.ready();
  if (page === null) wrong.push(`the program did not start after a kill: ${victim.complaints()}`);
  const until = performance.now() + ALL_LOOKUPS_MS;
  const isOpen = ({ state }: { readonly state: string }): boolean => !isOver(state as PaymentStateName);
  while (trial.payments().some(isOpen) && performance.now() < until) await sleep(500);
  const open = trial.payments().filter(isOpen);
  if (open.length > 0) wrong.push(`after every lookup ${open.length} payments are still open`);
  victim.quit();
  const ending = await Promise.race([victim.ended, sleep(QUIT_LIMIT_MS, null)]);
  if (ending !== 0) wrong.push(`the program ended with ${ending}: ${victim.complaints()}`);
  if (ending === null) victim.kill();
  return [...wrong, ...judge(trial.payments(), trial.cloud)];
}
