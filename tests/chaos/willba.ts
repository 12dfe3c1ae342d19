import type { Decide } from './nets-world/wire.ts';

/** One event as it arrives, in terms that belong to no program. */
export interface Arrived {
  readonly desk: string;
  readonly id: string;
  readonly body: string;
}

export type Said = 'accepted' | 'lost after it was accepted' | 'refused' | 'busy' | 'silent' | 'unreachable' | 'gone';

/** How long Willba may be away, in milliseconds. */
const AWAY = [30_000, 600_000, 7_200_000];

/** Willba in virtual time: it refuses, hangs, is away, loses its own answers, and complains of whatever breaks the contract. */
export function createWillba(parts: { readonly decide: Decide; readonly now: () => number; readonly complain: (what: string) => void }) {
  const { decide, now, complain } = parts;
  const bodies = new Map<string, string>();
  /** By desk and payment: the highest sequence, and what it said. */
  const known = new Map<string, { readonly sequence: number; readonly data: unknown }>();
  let awayUntil = 0;

  function take({ desk, id, body }: Arrived): void {
    const key = `${desk} ${id}`;
    const before = bodies.get(key);
    if (before !== undefined && before !== body) complain(`${key} has another body than before`);
    if (before !== undefined) return;
    bodies.set(key, body);
    const { sequence, data } = JSON.parse(body) as { readonly sequence: number; readonly data: { readonly id: string } };
    const of = `${desk} ${data.id}`;
    const last = known.get(of);
    if (last !== undefined && last.sequence >= sequence) complain(`${of} is told of ${sequence} after ${last.sequence}`);
    known.set(of, { sequence, data });
  }

  return {
    /** What Willba does with one try. */
    receive(event: Arrived): Said {
      if (now() < awayUntil) return 'unreachable';
      const said = (['accepted', 'lost after it was accepted', 'refused', 'busy', 'silent', 'unreachable', 'gone'] as const)[
        decide('what Willba says', [80, 5, 5, 3, 3, 3, 1])
      ];
      if (said === 'accepted' || said === 'lost after it was accepted') take(event);
      if (said === 'unreachable') awayUntil = now() + (AWAY[decide('how long Willba is away', [4, 3, 1])] ?? 0);
      return said ?? 'accepted';
    },
    /** What Willba knows of this payment last; null for nothing. */
    knows: (desk: string, paymentId: string): unknown => known.get(`${desk} ${paymentId}`)?.data ?? null,
    comeBack(): void {
      awayUntil = 0;
    },
  };
}
export type Willba = ReturnType<typeof createWillba>;
