import type { Clock } from '../payments/ports.ts';

/** How many payments are told of at the same time. What failed before has fewer places, so that it never holds up what is new. */
const MOST_AT_ONCE = 8;
const MOST_RETRIES_AT_ONCE = 3;

/** One payment of which Willba must be told something. Its events are sent one after another, in their order. */
export type Lane = { failures: number; state: 'resting' | 'ready' | 'sending'; stopRest: () => void };

/** After one try: the payment's next event follows at once, it has none left, or the same one is tried again after a rest. */
export type Verdict = 'next' | 'done' | { readonly restMs: number };

export type Lanes = ReturnType<typeof createLanes>;

/** How many may be told of at the same time. */
function createPlaces() {
  const taken = { all: 0, retries: 0 };
  return {
    isFree: (isRetry: boolean): boolean => taken.all < MOST_AT_ONCE && (!isRetry || taken.retries < MOST_RETRIES_AT_ONCE),
    async during<T>(isRetry: boolean, work: () => Promise<T>): Promise<T> {
      const retries = isRetry ? 1 : 0;
      taken.all += 1;
      taken.retries += retries;
      const done = await work();
      taken.all -= 1;
      taken.retries -= retries;
      return done;
    },
  };
}

/**
 * Which payment's turn it is. Each payment waits for its own next try, so that none holds back another.
 *
 * @param parts.send tries the payment's oldest event. It never throws.
 * @param parts.isHeld nothing is sent while this is true
 * @param parts.changed a payment waits, or waits no longer
 */
export function createLanes(parts: {
  readonly clock: Pick<Clock, 'after'>;
  readonly send: (paymentId: string, failures: number) => Promise<Verdict>;
  readonly isHeld: () => boolean;
  readonly changed: () => void;
}) {
  const lanes = new Map<string, Lane>();
  const ready: string[] = [];
  const places = createPlaces();
  let isStopped = false;

  function rest(paymentId: string, lane: Lane, ms: number): void {
    lane.stopRest();
    lane.state = 'resting';
    lane.stopRest = parts.clock.after(ms, () => {
      lane.state = 'ready';
      ready.push(paymentId);
      pump();
    });
  }

  function pump(): void {
    for (let left = ready.length; left > 0 && !isStopped && !parts.isHeld(); left -= 1) {
      const paymentId = ready.shift();
      const lane = paymentId === undefined ? undefined : lanes.get(paymentId);
      if (paymentId === undefined || lane?.state !== 'ready') continue;
      if (places.isFree(lane.failures > 0)) void run(paymentId, lane);
      else ready.push(paymentId);
    }
  }

  async function run(paymentId: string, lane: Lane): Promise<void> {
    lane.state = 'sending';
    const verdict = await places.during(lane.failures > 0, () => parts.send(paymentId, lane.failures));
    if (isStopped) return;
    if (verdict === 'done') lanes.delete(paymentId);
    if (verdict === 'done') parts.changed();
    else if (verdict === 'next') rest(paymentId, Object.assign(lane, { failures: 0 }), 0);
    else rest(paymentId, Object.assign(lane, { failures: lane.failures + 1 }), verdict.restMs);
    pump();
  }

  return {
    has: (paymentId: string): boolean => lanes.has(paymentId),
    /** The oldest first. */
    waiting: (): string[] => [...lanes.keys()],
    /** A payment has something to tell. Nothing happens where it waits already. */
    add(paymentId: string, afterMs: number): void {
      if (lanes.has(paymentId) || isStopped) return;
      const lane: Lane = { failures: 0, state: 'resting', stopRest: () => undefined };
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
