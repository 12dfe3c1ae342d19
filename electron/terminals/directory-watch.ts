import { isPlaceHidden, type NetsReach, type StrapiReach, type Terminal, type TerminalDirectory } from '../../shared/terminal.ts';
import { buildDirectory } from './directory.ts';
import { createPoll, type Heard } from './poll.ts';
import type {
  DirectoryCache,
  LastAttempt,
  NetsAnswer,
  NetsFailure,
  NetsListingCache,
  NetsTerminalList,
  SourceAnswer,
  TerminalChoice,
  TerminalSource,
} from './ports.ts';

export type DirectoryWatch = ReturnType<typeof createDirectoryWatch>;

/**
 * Keeps the terminal directory: what the customer defined, what Nets lists, what the last attempts said.
 * Asks in the background and never makes a screen wait; what it learns it publishes.
 */
export function createDirectoryWatch(parts: {
  readonly source: TerminalSource;
  /** Null where the list comes with the program: it has no age, and nothing of it needs to be kept. */
  readonly cache: DirectoryCache | null;
  /** There are no settings, and so no list: what was in it nobody knows. */
  readonly isLost: () => boolean;
  readonly nets: NetsTerminalList;
  readonly netsCache: NetsListingCache;
  readonly choice: TerminalChoice;
  readonly pointOfSale: () => string | null;
  /** The customer's list has just been read anew. */
  readonly read: (terminals: readonly Terminal[]) => void;
  readonly lastAttempt: (terminalId: string) => LastAttempt | null;
  /** While a request of ours is open nothing is asked by itself: Nets and the terminal are left in peace. */
  readonly quiet: () => boolean;
  readonly clock: { wallTime(): string; after(ms: number, fire: () => void): () => void };
  readonly changed: () => void;
}) {
  let terminals: readonly Terminal[] = [];
  let definedAsOf: string | null = null;
  let strapi: StrapiReach = parts.cache === null ? 'not-configured' : 'unknown';
  let reach: NetsReach = 'unknown';
  let listed: { readonly ids: ReadonlySet<string>; readonly at: string } | null = null;
  let stopped = false;

  async function askNets(): Promise<NetsAnswer> {
    const answer = await ask(parts.nets);
    reach = answer.ok ? 'connected' : reachWithout(answer.error);
    if (!answer.ok || stopped) return answer;
    const at = parts.clock.wallTime();
    listed = { ids: new Set(answer.value), at };
    parts.netsCache.keep({ ids: answer.value, at });
    return answer;
  }

  /** What cannot be read now does not make what was read before untrue: it stays, with its age. */
  async function askSource(): Promise<SourceAnswer> {
    const answer = await ask(parts.source);
    if (answer.ok) terminals = answer.value.map((terminal) => withKnownPlace(terminal, terminals));
    if (parts.cache === null) return answer;
    strapi = answer.ok ? (terminals.some(isPlaceHidden) ? 'right-missing' : 'connected') : answer.error;
    if (!answer.ok || stopped) return answer;
    definedAsOf = parts.clock.wallTime();
    parts.cache.keep({ terminals, readAt: definedAsOf });
    parts.read(terminals);
    return answer;
  }

  const isDefined = (): boolean => !parts.isLost() && (parts.cache === null || definedAsOf !== null);
  const { quiet, changed } = parts;
  const { after } = parts.clock;
  const nets = createPoll({ ask: askNets, heard: () => heard(reach), quiet, after, changed });
  const source = createPoll({ ask: askSource, heard: () => heard(strapi), quiet, after, changed });
  const refresh = async (): Promise<void> => void (await Promise.all([nets.refresh(), source.refresh()]));

  return {
    /** Loads what is known without Nets, then asks Nets in the background, now and every minute. */
    async start(): Promise<void> {
      const cached = parts.cache?.read() ?? null;
      if (cached !== null) {
        terminals = cached.terminals;
        definedAsOf = cached.readAt;
      }
      const earlier = parts.netsCache.read();
      if (earlier !== null) listed = { ids: new Set(earlier.ids), at: earlier.at };
      if (parts.cache === null) await askSource();
      parts.changed();
      if (!stopped) void refresh();
    },
    refresh,
    /** Asks now, for somebody who wants to know: what comes is shown as well. */
    askNets: nets.refresh,
    askSource: source.refresh,
    /** This PC's own is known as it was chosen while the customer's list has never been read: nothing says that it is gone. */
    find(terminalId: string): Terminal | null {
      const found = terminals.find((terminal) => terminal.terminalId === terminalId);
      if (found !== undefined || isDefined()) return found ?? null;
      const chosen = parts.choice.read();
      return chosen?.terminalId === terminalId ? chosen : null;
    },
    view: (): TerminalDirectory =>
      buildDirectory({
        terminals,
        pointOfSale: parts.pointOfSale(),
        chosen: parts.choice.read(),
        nets: reach,
        listed,
        strapi,
        definedAsOf,
        isDefined: isDefined(),
        isLost: parts.isLost(),
        lastAttempt: parts.lastAttempt,
      }),
    stop(): void {
      stopped = true;
      nets.stop();
      source.stop();
    },
  };
}

/** An answer that nobody can read is most often somebody else's, in the way for a while: it is asked again as soon as after silence. */
const heard = (reach: NetsReach | StrapiReach): Heard =>
  reach === 'unreachable' || reach === 'unreadable' ? 'silence' : reach === 'not-authorised' ? 'refusal' : 'answer';

/** An answer that cannot be read is no better than none: Nets is not to be relied on right now. */
function reachWithout(failure: NetsFailure): NetsReach {
  return failure === 'unreadable' ? 'unreachable' : failure;
}

/** A right that was taken away does not make untrue where the terminal was known to stand. */
function withKnownPlace(terminal: Terminal, before: readonly Terminal[]): Terminal {
  const known = isPlaceHidden(terminal) ? before.find(({ terminalId }) => terminalId === terminal.terminalId) : undefined;
  if (known === undefined) return terminal;
  const { pointOfSale, pointOfSaleId } = known;
  return { ...terminal, pointOfSale, ...(pointOfSaleId === undefined ? {} : { pointOfSaleId }) };
}

/** A list that breaks whoever reads it is one that cannot be read: the light must not stay as it was, nor the asking end. */
async function ask<A>(list: { list(): Promise<A> }): Promise<A | { readonly ok: false; readonly error: 'unreadable' }> {
  try {
    return await list.list();
  } catch {
    return { ok: false, error: 'unreadable' };
  }
}
