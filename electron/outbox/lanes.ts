import type { Clock } from '../payments/ports.ts';

/** How many payments are told of at the same time, and how many of them may be late ones, so that these never hold up what is new. */
const MOST_AT_ONCE = 8;
const MOST_LATE_AT_ONCE = 3;

/** One payment of which the receiver must be told something. Its events are sent one after another, in their order. */
export type Lane = {
  failures: number;
  /** An earlier run left it, or a try has failed: it waits behind what is new. */
  isLate: boolean;
  /** The receiver itself asked for the rest that it is in. */
  isAsked: boolean;
  state: 'resting' | 'ready' | 'sending';
  stopRest: () => void;
};

/** After one try: the payment's next event follows at once, it has none left, or the same one is tried again after a rest. */
export type Verdict = 'next' | 'done' | { readonly restMs: number; readonly isAsked: boolean };

/** Whose turn it is. What is new goes first; taking the next one costs the same however many wait. */
function createTurns() {
  const queues = { fresh: new Set<string>(), late: new Set<string>() };
  const taken = { fresh: 0, late: 0 };
  return {
    join: (paymentId: string, isLate: boolean): void => void queues[isLate ? 'late' : 'fresh'].add(paymentId),
    /** @returns the next payment, its place taken; null: none is ready, or every place is taken. */
    take(mayBeLate: boolean): { readonly paymentId: string; readonly leave: () => void } | null {
      if (taken.fresh + taken.late >= MOST_AT_ONCE) return null;
      const isLateFree = mayBeLate && taken.late < MOST_LATE_AT_ONCE;
      const kind = queues.fresh.size > 0 ? 'fresh' : isLateFree && queues.late.size > 0 ? 'late' : null;
      if (kind === null) return null;
      const [paymentId = ''] = queues[kind];
      queues[kind].delete(paymentId);
      taken[kind] += 1;
      return {
        paymentId,
        leave: () => {
          taken[kind] -= 1;
        },
      };
    },
  };
}

/**
 * The payments that wait, each for its own next try, so that none holds back another.
 *
 * @param parts.send tries the payment's oldest event. It never throws.
 * @param parts.held `all`: nothing is sent; `late`: only what is new
 * @param parts.changed a payment waits, or waits no longer
 */
export function createLanes(parts: {
  readonly clock: Pick<Clock, 'after'>;
  readonly send: (paymentId: string, failures: number) => Promise<Verdict>;
  readonly held: () => 'all' | 'late' | null;
  readonly changed: () => void;
}) {
  const lanes = new Map<string, Lane>();
  const turns = createTurns();
  let isStopped = false;

  function rest(paymentId: string, lane: Lane, ms: number): void {
    lane.stopRest();
    lane.state = 'resting';
    lane.stopRest = parts.clock.after(ms, () => {
      lane.state = 'ready';
      turns.join(paymentId, lane.isLate);
      pump();
    });
  }

  function pump(): void {
    while (!isStopped && parts.held() !== 'all') {
      const turn = turns.take(parts.held() === null);
      if (turn === null) return;
      const lane = lanes.get(turn.paymentId);
      if (lane?.state === 'ready') void run(turn.paymentId, lane, turn.leave);
      else turn.leave();
    }
  }

  async function run(paymentId: string, lane: Lane, leave: () => void): Promise<void> {
    lane.state = 'sending';
    const verdict = await parts.send(paymentId, lane.failures);
    leave();
    if (isStopped) return;
    if (verdict === 'done') lanes.delete(paymentId);
    if (verdict === 'done') parts.changed();
    else if (verdict === 'next') rest(paymentId, Object.assign(lane, { failures: 0 }), 0);
    else rest(paymentId, Object.assign(lane, { failures: lane.failures + 1, isLate: true, isAsked: verdict.isAsked }), verdict.restMs);
    pump();
  }

  return {
    pump,
    has: (paymentId: string): boolean => lanes.has(paymentId),
    /** How many wait, and the newest of them, at most `most`. */
    waiting: (most: number) => ({ count: lanes.size, waiting: [...lanes.keys()].slice(-most) }),
    /** A payment has something to tell. Nothing happens where it waits already. */
    add(paymentId: string, afterMs: number, isLate: boolean): void {
      if (lanes.has(paymentId) || isStopped) return;
      const lane: Lane = { failures: 0, isLate, isAsked: false, state: 'resting', stopRest: () => undefined };
      lanes.set(paymentId, lane);
      parts.changed();
      rest(paymentId, lane, afterMs);
    },
    /** @param wait for each resting payment: how long from now in milliseconds, or null to leave it as it is */
    wake(wait: (lane: Lane) => number | null): void {
      for (const [paymentId, lane] of lanes) {
        const ms = lane.state === 'resting' ? wait(lane) : null;
        if (ms !== null) rest(paymentId, lane, ms);
      }
      pump();
    },
    stop(): void {
      isStopped = true;
      for (const lane of lanes.values()) lane.stopRest();
    },
  };
}
