import { answerCallWith, busyCall, type ConnectCloud, cutCall, htmlCall, slowCall } from '../connect-cloud/index.ts';
import type { Random, Weighted } from './random.ts';

/** The probability of a fault at each step. */
const A_STEP = 0.09;
const SLOW_MS = 1_200;

/** What other desks, the network and Nets do in between, drawn from the seed and counted in steps. */
export function createFaults(cloud: ConnectCloud, terminals: readonly [string, ...string[]], random: Random) {
  const ends: { readonly due: number; readonly end: () => Promise<void> | void }[] = [];

  function happen(now: number): { readonly what: string; readonly begin: () => Promise<void> | void } | null {
    const id = random.pick(terminals);
    const terminal = cloud.terminal(id);
    const steps = 2 + random.below(6);
    const later = (end: () => Promise<void> | void): void => void ends.push({ due: now + steps, end });
    const faults: readonly Weighted<{ what: string; begin: () => Promise<void> | void }>[] = [
      { weight: 3, item: { what: 'Nets forgets every log-in', begin: () => cloud.revokeTokens() } },
      {
        weight: 3,
        item: {
          what: `another desk uses ${id} for ${steps} steps`,
          begin: () => {
            terminal.occupy();
            later(() => terminal.vacate());
          },
        },
      },
      {
        weight: 2,
        item: {
          what: `${id} is switched off for ${steps} steps`,
          begin: () => {
            terminal.setConnected(false);
            later(() => terminal.setConnected(true));
          },
        },
      },
      { weight: 2, item: { what: `another desk has sold at ${id}`, begin: () => terminal.otherDesk() } },
      { weight: 3, item: { what: 'every connection breaks', begin: () => cloud.dropConnections() } },
      {
        weight: 2,
        item: {
          what: `Nets is gone for ${steps} steps`,
          begin: async () => {
            await cloud.stopListening();
            later(() => cloud.listenAgain());
          },
        },
      },
      { weight: 3, item: { what: `a proxy answers the next lookup at ${id}`, begin: () => terminal.lookups.play(htmlCall()) } },
      { weight: 1, item: { what: `Nets answers the next lookup at ${id} with 429`, begin: () => terminal.lookups.play(tooMany) } },
      { weight: 2, item: { what: `the next lookup at ${id} is slow`, begin: () => terminal.lookups.play(slowCall(SLOW_MS)) } },
      { weight: 2, item: { what: `the next lookup at ${id} is cut off`, begin: () => terminal.lookups.play(cutCall('before')) } },
      {
        weight: 2,
        item: { what: `the next cancel at ${id} is lost`, begin: () => terminal.cancels.play(cutCall('before', { done: false })) },
      },
      {
        weight: 2,
        item: { what: `the next two voids at ${id} meet a busy terminal`, begin: () => terminal.voids.play(busyCall(), busyCall()) },
      },
      { weight: 2, item: { what: `the next void at ${id} is done, its answer lost`, begin: () => terminal.voids.play(cutCall('before')) } },
      { weight: 1, item: { what: `the next void at ${id} is lost`, begin: () => terminal.voids.play(cutCall('before', { done: false })) } },
      { weight: 1, item: { what: 'the next list of terminals is a page', begin: () => cloud.lists.play(htmlCall()) } },
    ];
    return random.weighted(faults);
  }

  async function endThose(isDue: (due: number) => boolean): Promise<void> {
    for (const fault of ends.splice(0)) {
      if (isDue(fault.due)) await fault.end();
      else ends.push(fault);
    }
  }

  return {
    /** What began in this step, for the story. */
    async tick(now: number): Promise<string | null> {
      await endThose((due) => due <= now);
      if (!random.chance(A_STEP)) return null;
      const fault = happen(now);
      await fault?.begin();
      return fault?.what ?? null;
    },
    finish: () => endThose(() => true),
  };
}

const tooMany = answerCallWith(429, { error: 'Too many requests' });
