import type { NetsReach } from '../../shared/terminal.ts';
import { askList } from './ask-list.ts';
import type { DirectoryFacts } from './directory.ts';
import type { NetsAnswer, NetsFailure, NetsListingCache, NetsTerminalList } from './ports.ts';

/** Which terminals Nets last listed, and whether Nets answers. */
export function createNetsListing(parts: {
  readonly nets: NetsTerminalList;
  readonly cache: NetsListingCache;
  readonly clock: { wallTime(): string };
  /** The program ends: nothing is stored any more. */
  readonly isStopped: () => boolean;
}) {
  let reach: NetsReach = 'unknown';
  let listed: DirectoryFacts['listed'] = null;

  return {
    load(): void {
      const earlier = parts.cache.read();
      if (earlier !== null) listed = { ids: new Set(earlier.ids), at: earlier.at };
    },
    async ask(): Promise<NetsAnswer> {
      const answer = await askList(parts.nets);
      reach = answer.ok ? 'connected' : reachWithout(answer.error);
      if (!answer.ok || parts.isStopped()) return answer;
      const at = parts.clock.wallTime();
      listed = { ids: new Set(answer.value), at };
      parts.cache.keep({ ids: answer.value, at });
      return answer;
    },
    reach: (): NetsReach => reach,
    facts: () => ({ nets: reach, listed }) satisfies Partial<DirectoryFacts>,
  };
}

/** An unreadable answer counts as none: Nets cannot be relied on now. */
function reachWithout(failure: NetsFailure): NetsReach {
  return failure === 'unreadable' ? 'unreachable' : failure;
}
