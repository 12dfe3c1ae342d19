import { createTerminal, type LedgerEntry, type Order, type Terminal, type VoidEntry } from './terminal.ts';
import type { Decide, WorldTime } from './wire.ts';

/** What really happened, recorded by the world itself. */
export interface Ledger {
  readonly entries: ReadonlyMap<string, LedgerEntry>;
  readonly voids: readonly VoidEntry[];
}

export function createWorld(parts: { readonly terminalIds: readonly string[]; readonly time: WorldTime; readonly decide: Decide }) {
  const entries = new Map<string, LedgerEntry>();
  const voids: VoidEntry[] = [];

  function entryOf(order: Order, terminalId: string): LedgerEntry {
    const known = entries.get(order.orderId);
    if (known !== undefined) return known;
    const fresh = {
      ...order,
      terminalId,
      posts: 0,
      moved: 0,
      movedMinor: 0,
      voided: 0,
      told: 'nothing' as const,
      shown: false,
      visibleAt: null,
    };
    entries.set(order.orderId, fresh);
    return fresh;
  }

  const terminals = new Map<string, Terminal>(
    parts.terminalIds.map((terminalId) => [terminalId, createTerminal({ ...parts, terminalId, entryOf, voids })]),
  );

  return {
    ledger: { entries, voids } satisfies Ledger,
    terminal(terminalId: string): Terminal {
      const found = terminals.get(terminalId);
      if (found === undefined) throw new Error(`This world has no terminal ${terminalId}`);
      return found;
    },
  };
}

export type World = ReturnType<typeof createWorld>;
