import { TIMES } from '../../../electron/payments/core/times.ts';
import type { Clock } from '../../../electron/payments/ports.ts';

type NamedTime = { [N in keyof typeof TIMES]: (typeof TIMES)[N] extends number ? N : never }[keyof typeof TIMES];

/** A virtual clock. Monotonic time moves only when a test moves it; wall time moves with it and can also jump. */
export type FakeClock = Clock & {
  /** Lets everything that waits on promises, not on time, come to rest. */
  settle(): Promise<void>;
  /** Moves on, firing each timer at its own moment and letting its consequences come to rest before the next. */
  advance(ms: number): Promise<void>;
  /** Moves on by a time of the core's own table. */
  advanceBy(name: NamedTime): Promise<void>;
  /** Moves to a monotonic moment; earlier ones are a mistake in the test. */
  advanceTo(moment: number): Promise<void>;
  /**
   * The process is stopped so long and continued. What fell due meanwhile fires at once, in its order; then `unread` is what
   * had arrived on sockets.
   */
  stopFor(ms: number, unread?: () => void): Promise<void>;
  /** The system sleeps so long: as `stopFor`, but timers slept too, and are as far away as they were. */
  sleepFor(ms: number, unread?: () => void): Promise<void>;
  /** The PC's clock is set: people see another time, and nothing else may notice. */
  jumpWallTime(ms: number): void;
  /** How many timers are running. */
  timers(): number;
};

/** Not 0, so that no test passes because a time happens to be 0. */
const START = 7_777;
const WALL_START = Date.parse('2026-11-23T10:00:00.000Z');

/** One turn of the real event loop: every promise that can settle without time has settled. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function createFakeClock(): FakeClock {
  let now = START;
  let wallShift = 0;
  let made = 0;
  const waiting = new Map<number, { readonly due: number; readonly fire: () => void }>();

  const nextDue = (until: number): { id: number; due: number; fire: () => void } | null => {
    let first: { id: number; due: number; fire: () => void } | null = null;
    for (const [id, timer] of waiting) {
      if (timer.due <= until && (first === null || timer.due < first.due)) first = { id, ...timer };
    }
    return first;
  };

  async function advanceTo(moment: number): Promise<void> {
    if (moment < now) throw new Error(`The fake clock cannot go back from ${now} to ${moment}`);
    await turn();
    for (let timer = nextDue(moment); timer !== null; timer = nextDue(moment)) {
      now = Math.max(now, timer.due);
      waiting.delete(timer.id);
      timer.fire();
      await turn();
    }
    now = moment;
    await turn();
  }

  /** Asked many times at one moment, and writing a date costs more than all the rest of a step. */
  let told = { at: Number.NaN, iso: '' };
  function wallTime(): string {
    const at = WALL_START + (now - START) + wallShift;
    if (told.at !== at) told = { at, iso: new Date(at).toISOString() };
    return told.iso;
  }

  async function stopFor(ms: number, unread?: () => void): Promise<void> {
    await turn();
    now += ms;
    // As Node does it: every overdue timer, with promises settling between them, before any socket is read.
    for (let timer = nextDue(now); timer !== null; timer = nextDue(now)) {
      waiting.delete(timer.id);
      timer.fire();
      await Promise.resolve();
    }
    unread?.();
    await turn();
  }

  return {
    elapsed: () => now,
    wallTime,
    ago: (ms) => new Date(WALL_START + (now - START) + wallShift - ms).toISOString(),
    since: (iso) => WALL_START + (now - START) + wallShift - Date.parse(iso),
    after(ms, fire) {
      if (!Number.isFinite(ms) || ms < 0) throw new Error(`A timer of ${ms} ms is a mistake`);
      made += 1;
      const id = made;
      waiting.set(id, { due: now + ms, fire });
      return () => {
        waiting.delete(id);
      };
    },
    settle: turn,
    advance: (ms) => advanceTo(now + ms),
    advanceBy: (name) => advanceTo(now + TIMES[name]),
    advanceTo,
    stopFor,
    async sleepFor(ms, unread) {
      for (const [id, timer] of waiting) waiting.set(id, { ...timer, due: timer.due + ms });
      await stopFor(ms, unread);
    },
    jumpWallTime(ms) {
      wallShift += ms;
    },
    timers: () => waiting.size,
  };
}
