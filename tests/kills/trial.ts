import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportPayments } from '../../electron/storage/export-payments.ts';
import { journalPath } from '../../electron/storage/open-storage.ts';
import {
  type ConnectCloud,
  comparePaymentsWithLedger,
  type ExportedPayment,
  readExportedPayments,
  startConnectCloud,
} from '../support/connect-cloud/index.ts';
import { testCredentials } from '../support/provisioning.ts';
import { startReceiver } from '../support/willba/receiver.ts';
import type { KillPoint } from './messages.ts';
import type { Scenario } from './sales.ts';
import { isOver, startVictim, type Victim } from './victim.ts';
import { untilTold, wronglyTold } from './what-willba-knows.ts';

/**
 * A hundred times as fast: the first lookup comes after 50 ms, the last after 1.8 s. The time limits of the calls shrink too, and are still
 * long enough on loopback.
 */
const SPEED = 100;
const START_LIMIT_MS = 120_000;
/** Sixty times as long as needed: on a busy machine a slow payment must not look like one that never ends. */
export const ALL_LOOKUPS_MS = 120_000;
const LOOK_MS = 20_000;

const WEBHOOK_SECRET = 'whsec_c2VjcmV0LW9mLXRoZS1raWxscy0xMjM0NTY3';

/** One data folder, one Connect@Cloud and, if asked for, one Willba; all of them outlive every kill. */
export type Trial = Awaited<ReturnType<typeof openTrial>>;

export async function openTrial({ told }: { readonly told: boolean }) {
  const willba = told ? await startReceiver({ secrets: [WEBHOOK_SECRET] }) : null;
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-kill-'));
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  const dataFolder = join(folder, 'data');
  const list = join(folder, 'payments.jsonl');
  let amountMinor = 1_000;

  return {
    cloud,
    dataFolder,
    willba,
    start: (kill: KillPoint | null): Victim =>
      startVictim({
        dataFolder,
        baseUrl: cloud.baseUrl,
        willba: willba === null ? null : { webhookUrl: willba.url, webhookSecret: WEBHOOK_SECRET },
        speed: SPEED,
        kill,
      }),

    /** @returns what the sale may be called by; every sale of a trial has an amount of its own. */
    order(terminalId: string) {
      amountMinor += 1;
      const idempotencyKey: string = randomUUID();
      return { idempotencyKey, mode: 'production' as const, amountMinor, reference: '', terminalId, confirmed: [] };
    },

    /** What the journal on disk says, whether its program lives or not. */
    payments(): ExportedPayment[] {
      const written = exportPayments(journalPath(dataFolder), list);
      if (!written.ok) throw new Error(`the journal cannot be read: ${written.error.kind}`, { cause: written.error });
      return readExportedPayments(list);
    },

    async close(): Promise<void> {
      await cloud.close();
      await willba?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Order = ReturnType<Trial['order']>;

/** Runs one sale until it has ended, was not begun, or the process is gone. */
export async function sellOne(trial: Trial, victim: Victim, scenario: Scenario, order: Order, patienceMs: number): Promise<void> {
  trial.cloud.terminal(order.terminalId).always(scenario.script());
  victim.send({ type: 'sell', input: order });
  let paymentId: string | null = null;
  const wasTold = await victim.until(({ started }) => {
    paymentId = started.get(order.idempotencyKey)?.paymentId ?? null;
    return started.has(order.idempotencyKey);
  }, patienceMs);
  if (!wasTold || paymentId === null) return;
  const id: string = paymentId;
  if (scenario.cancelAfterMs !== null) {
    await victim.until(() => false, scenario.cancelAfterMs);
    victim.send({ type: 'cancel', paymentId: id });
  }
  if (await victim.until(({ states }) => isOver(states.get(id)), patienceMs)) return;
  // The desk goes on with the next guest, where it may.
  victim.send({ type: 'release', paymentId: id });
}

export async function untilReady(victim: Victim): Promise<boolean> {
  return victim.until(({ ready }) => ready !== null, START_LIMIT_MS);
}

/** A start without a kill: it makes all lookups and closes. One sentence for each mismatch. */
export async function recover(trial: Trial): Promise<string[]> {
  const victim = trial.start(null);
  const wrong: string[] = [];
  if (!(await untilReady(victim))) wrong.push(`the program did not start after a kill: ${victim.complaints()}`);
  const problem = await problemOf(victim);
  if (problem !== null) wrong.push(`after a kill selling is not possible: ${problem}`);
  let open: string[] = [];
  const allOver = victim.until(({ states }) => {
    open = [...states.values()].filter((state) => !isOver(state));
    return open.length === 0;
  }, ALL_LOOKUPS_MS);
  if (!(await allOver)) wrong.push(`after every lookup a payment is still open: ${open.join(', ')}`);
  await lookAtTheUnclear(trial, victim);
  if (trial.willba !== null) wrong.push(...(await untilTold(trial.willba, trial.payments)));
  victim.send({ type: 'close' });
  const ending = await victim.ended;
  if (ending !== 0) wrong.push(`the program ended with ${ending}: ${victim.complaints()}`);
  return [...wrong, ...judgeTrial(trial)];
}

/**
 * A charge that is still unclear is looked up by a person. On a busy machine the planned lookups, a hundred times faster than the wall,
 * may all be over before the server has answered one.
 */
async function lookAtTheUnclear(trial: Trial, victim: Victim): Promise<void> {
  const charged = new Set(trial.cloud.ledger.attempts.filter(({ outcome }) => outcome === 'approved').map(({ orderId }) => orderId));
  const unclear = trial
    .payments()
    .filter(({ state, reason, orderId }) => state === 'unresolved' && reason !== 'overwritten' && charged.has(orderId));
  for (const { id } of unclear) {
    victim.send({ type: 'look', paymentId: id });
    await victim.until(({ states }) => states.get(id) === 'approved', LOOK_MS);
  }
}

async function problemOf(victim: Victim): Promise<string | null> {
  let problem: string | null = null;
  await victim.until(({ ready }) => {
    problem = ready?.problem ?? null;
    return true;
  }, 0);
  return problem;
}

/** The rules about money, and about what Willba was told. */
export const judgeTrial = (trial: Trial): string[] => {
  const payments = trial.payments();
  return [...judge(payments, trial.cloud), ...(trial.willba === null ? [] : wronglyTold(trial.willba, payments))];
};

/**
 * Checks the rules about money, and one of this test: each sale has its own amount, so a sale that was sent twice shows even with another
 * orderId.
 */
export function judge(payments: readonly ExportedPayment[], cloud: ConnectCloud): string[] {
  const ledger = cloud.ledger.snapshot();
  const amounts = ledger.attempts.map(({ requestedMinor }) => requestedMinor);
  const twice = [...new Set(amounts.filter((amount, index) => amounts.indexOf(amount) !== index))];
  return [...comparePaymentsWithLedger(payments, ledger), ...twice.map((amount) => `the sale of ${amount} was sent more than once`)];
}
