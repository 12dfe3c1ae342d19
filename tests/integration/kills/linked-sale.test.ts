import { afterAll, describe, expect, it } from 'vitest';
import { chargedTwice, type LinkedSale, linkedSale, openAgain, sellByLink } from '../../kills/linked-sale.ts';
import { moments } from '../../kills/messages.ts';
import { answerLost, approvedQuickly, declined, type Scenario } from '../../kills/sales.ts';
import { ALL_LOOKUPS_MS, judgeTrial, openTrial, recover, type Trial, untilReady } from '../../kills/trial.ts';
import { isOver, type Victim } from '../../kills/victim.ts';
import { untilTold } from '../../kills/what-willba-knows.ts';

/** Far more than a sale writes: a run that is killed even here counts wrongly. */
const TOO_MANY = 60;
const PATIENCE_MS = 60_000;
/** Each kill has a terminal without an unclear payment, so that only its own sale writes. */
const TERMINALS = ['71000001', '71000002', '71000003', '71000004'] as const;
let kills = 0;

type Sold = { readonly sale: LinkedSale; readonly form: string | null };

/** Kills the program at every write of a sale that came by a link, one sale a write. Each start after a kill opens the link of before again. */
async function killAtEveryWrite(trial: Trial, scenario: Scenario, moment: (typeof moments)[number]): Promise<number> {
  let before: Sold | null = null;
  for (let write = 1; write < TOO_MANY; write += 1) {
    const where = `${scenario.name}, killed ${moment} write ${write}`;
    const victim = trial.start({ write, moment, from: 'order' });
    expect(await untilReady(victim), victim.complaints()).toBe(true);
    if (before !== null) {
      expect(await openAgain(trial, victim, before.sale, before.form, PATIENCE_MS), `${where}, the link of before`).toEqual([]);
      await untilAtRest(trial, victim);
    }
    victim.send({ type: 'count' });
    const sale = linkedSale(trial, TERMINALS[write % TERMINALS.length] ?? TERMINALS[0]);
    before = { sale, form: await sellByLink(trial, victim, scenario, sale, PATIENCE_MS) };
    victim.send({ type: 'close' });
    const ending = await victim.ended;
    expect([...judgeTrial(trial), ...chargedTwice(trial, sale)], where).toEqual([]);
    if (ending === 0) return write - 1;
    expect(ending, `${where}: ${victim.complaints()}`).toBe('killed');
    kills += 1;
  }
  throw new Error(`a sale that writes more than ${TOO_MANY} times`);
}

/** No payment is looked up any more, and Willba has heard of each. */
async function untilAtRest({ willba, payments }: Trial, victim: Victim): Promise<void> {
  await victim.until(({ states }) => [...states.values()].every(isOver), ALL_LOOKUPS_MS);
  if (willba !== null) expect(await untilTold(willba, payments)).toEqual([]);
}

// What a link is good for depends on how its sale ended: charged, not charged, nobody knows. The other ends: every-write.test.ts.
const scenarios = [answerLost, declined, approvedQuickly];
const cases = scenarios.flatMap((scenario) => moments.map((moment) => ({ scenario, moment })));

describe.concurrent('a SIGKILL at every write of a sale that Willba asked for', () => {
  it.each(cases)('$scenario.name, $moment each: its link is used with its payment, and else good once', async ({ scenario, moment }) => {
    const trial = await openTrial({ told: true });
    try {
      // The rows that every sale has.
      expect(await killAtEveryWrite(trial, scenario, moment)).toBeGreaterThanOrEqual(3);
      expect(await recover(trial)).toEqual([]);
      const requests = trial.payments().map(({ requestId }) => requestId);
      expect(requests).not.toContain(null);
      expect(new Set(requests).size).toBe(requests.length);
    } finally {
      await trial.close();
    }
  });

  afterAll(() => {
    expect(kills).toBeGreaterThanOrEqual(35);
  });
});
