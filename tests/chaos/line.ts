import type { Clock } from '../../electron/payments/ports.ts';
import type { Decide, Told, WireAnswer } from './nets-world/wire.ts';

/** What happened to one request on its way, as the connection shows it. */
export type Travelled =
  | { readonly kind: 'not-sent' }
  | { readonly kind: 'answered'; readonly answer: WireAnswer; readonly elapsedMs: number }
  | { readonly kind: 'lost' };

export interface Request {
  readonly what: 'log-in' | 'sale' | 'void' | 'cancelAction' | 'lookup';
  /** Whether this process is still there when the moment comes. */
  readonly alive: () => boolean;
  readonly onWritten?: () => void;
  /** The request arrived. `respond` may be called later, once. */
  readonly arrive: (respond: (told: Told) => void) => void;
  /** A whole answer was handed over. */
  readonly onDelivered?: (told: Told) => void;
  readonly signal?: AbortSignal;
}

/** Faults before, during and after a call. The first is "none". */
const FAULTS = ['none', 'slow', 'never connects', 'reset before it arrives', 'reset while it waits', 'answer lost', 'answer late'] as const;
const WEIGHTS: Record<Request['what'], readonly number[]> = {
  'log-in': [92, 2, 3, 1, 0, 2, 0],
  sale: [72, 4, 4, 3, 7, 8, 2],
  void: [66, 4, 5, 5, 5, 10, 5],
  cancelAction: [70, 6, 6, 4, 4, 6, 4],
  lookup: [76, 6, 8, 2, 2, 6, 0],
};
/** The program's own time limits: it does not see later answers. */
const LIMITS: Record<Request['what'], number> = {
  'log-in': 10_000,
  sale: 330_000,
  void: 90_000,
  cancelAction: 10_000,
  lookup: 60_000,
};

/** One desk's line to Nets: it can be down or slow, and it can reset running requests. */
export function createLine(clock: Clock, decide: Decide) {
  let isUp = true;
  const cameUp: number[] = [clock.elapsed()];
  let paused: (() => void)[] | null = null;
  const underWay = new Set<() => void>();
  const wait = (ms: number): Promise<void> => new Promise((resolve) => clock.after(ms, resolve));

  /** What arrives while the process stands still lies in the socket's buffer. */
  const deliver = (work: () => void): void => {
    if (paused === null) work();
    else paused.push(work);
  };

  async function send(request: Request): Promise<Travelled> {
    const { what, alive, arrive, onWritten, onDelivered, signal } = request;
    const fault = FAULTS[decide(`fault of a ${what}`, WEIGHTS[what])] ?? 'none';
    await wait(fault === 'slow' ? 4_000 : 20);
    if (!alive()) return { kind: 'lost' };
    if (!isUp || fault === 'never connects' || signal?.aborted === true) return { kind: 'not-sent' };
    const writtenAt = clock.elapsed();
    onWritten?.();
    return new Promise((resolve) => {
      let over = false;
      const end = (travelled: Travelled): void => {
        if (over) return;
        over = true;
        underWay.delete(lose);
        resolve(travelled);
      };
      const lose = (): void => end({ kind: 'lost' });
      underWay.add(lose);
      signal?.addEventListener('abort', lose, { once: true });
      clock.after(LIMITS[what], lose);
      const hand = (told: Told): void => {
        if (over || !alive()) {
          lose();
          return;
        }
        onDelivered?.(told);
        end({ kind: 'answered', answer: told.answer, elapsedMs: clock.elapsed() - writtenAt });
      };
      if (fault === 'reset before it arrives') {
        clock.after(10, () => deliver(lose));
        return;
      }
      if (fault === 'reset while it waits')
        clock.after([3_000, 1_000, 9_000, 30_000][decide('when it is reset', [4, 4, 3, 1])] ?? 0, () => deliver(lose));
      clock.after(10, () =>
        arrive((told) => {
          if (fault === 'answer lost' || !isUp) return void clock.after(10, () => deliver(lose));
          clock.after(fault === 'answer late' ? 6_000 : 10, () => deliver(() => hand(told)));
        }),
      );
    });
  }

  return {
    send,
    /** Since when everything that was asked has come back readable, at `moment`. */
    upSince: (moment: number): number => cameUp.findLast((at) => at <= moment) ?? 0,
    /** An answer got lost or could not be read: until then the line was not back. */
    failed: (): void => void cameUp.push(clock.elapsed()),
    goDown(): void {
      isUp = false;
      for (const lose of [...underWay]) lose();
    },
    comeUp(): void {
      if (!isUp) cameUp.push(clock.elapsed());
      isUp = true;
    },
    /** Every connection dies, as after a long sleep. */
    resetAll(): void {
      for (const lose of [...underWay]) lose();
    },
    pause(): void {
      paused = [];
    },
    unpause(): void {
      const waiting = paused ?? [];
      paused = null;
      for (const work of waiting) work();
    },
  };
}

export type Line = ReturnType<typeof createLine>;
