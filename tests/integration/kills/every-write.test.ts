import { describe, expect, it } from 'vitest';
import { type KillPoint, moments } from '../../kills/messages.ts';
import { answerLost, approvedQuickly, cancelled, type Scenario } from '../../kills/sales.ts';
import { judgeTrial, openTrial, recover, sellOne, type Trial, untilReady } from '../../kills/trial.ts';
import type { Attempt, ExportedPayment } from '../../support/connect-cloud/index.ts';

/** Far more than a sale writes: a run that is killed even here counts wrongly. */
const TOO_MANY = 60;
const PATIENCE_MS = 5_000;

/** One sale that dies at the point, and the start after it. @returns false when the sale came to its end before the point. */
async function killAt(scenario: Scenario, kill: KillPoint): Promise<boolean> {
  // Where it costs least, Willba is told too: then its events' own writes are among those that are died at.
  const trial = await openTrial({ told: scenario === approvedQuickly && kill.moment === 'before' });
  try {
    return await killIn(trial, scenario, kill);
  } finally {
    await trial.close();
  }
}

async function killIn(trial: Trial, scenario: Scenario, kill: KillPoint): Promise<boolean> {
  const victim = trial.start(kill);
  if (await untilReady(victim)) await sellOne(trial, victim, scenario, trial.order('71000001'), PATIENCE_MS);
  victim.send({ type: 'close' });
  const ending = await victim.ended;
  const where = `${scenario.name}, killed ${kill.moment} write ${kill.write}`;
  if (ending !== 'killed') {
    expect(ending, `${where}: ${victim.complaints()}`).toBe(0);
    expect(judgeTrial(trial), where).toEqual([]);
    return false;
  }
  expect(judgeTrial(trial), `${where}, the journal it left`).toEqual([]);
  expect(await recover(trial), `${where}, after the next start`).toEqual([]);
  expectEnd(trial, where);
  return true;
}

/** With one sale on the terminal nothing covers the truth up: what was charged is found, what was not sent is known. */
function expectEnd(trial: Trial, where: string): void {
  const [payment] = trial.payments();
  const [attempt] = trial.cloud.ledger.attempts;
  expect(ends(payment, attempt?.outcome), where).toContain(payment?.state ?? 'no payment');
}

function ends(payment: ExportedPayment | undefined, outcome: Attempt['outcome'] | undefined): readonly string[] {
  if (payment === undefined) return outcome === undefined ? ['no payment'] : ['a payment, for it was sent'];
  // Written down as about to be sent, and not sent: nothing can prove that, so it may stay openly unknown.
  if (outcome === undefined) return ['refused', 'cancelled', 'unresolved'];
  return outcome === 'approved' ? ['approved'] : ['declined', 'cancelled', 'unresolved'];
}

// The longest first: they share the time with the rest.
const cases = [cancelled, answerLost, approvedQuickly].flatMap((scenario) =>
  // Before and after bracket every write; within one, its rows are in the log and not committed: tried where it costs least.
  moments.filter((moment) => moment !== 'within' || scenario === approvedQuickly).map((moment) => ({ scenario, moment })),
);

describe.concurrent('a SIGKILL at every write of the journal', () => {
  it.each(cases)(
    '$scenario.name, $moment each: the next start charges nobody again and knows what can be known',
    async ({ scenario, moment }) => {
      let write = 1;
      while (await killAt(scenario, { write, moment, from: 'start' })) {
        write += 1;
        expect(write).toBeLessThan(TOO_MANY);
      }
      // The file's own first writes, and at least the four rows that every sale has.
      expect(write - 1).toBeGreaterThanOrEqual(5);
    },
  );
});
