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
 * Keeps the terminal directory: the customer's list, Nets' list and how the last attempts went. Asks in the background, so that no screen
 * waits, and publishes what it learns.
 */
export function createDirectoryWatch(parts: {
  readonly source: TerminalSource;
  /** Null if the list comes with the program: then it has no age and is not stored. */
  readonly cache: DirectoryCache | null;
  /** The settings are lost and the customer's list with them. What was in it is unknown. */
  readonly isLost: () => boolean;
  readonly nets: NetsTerminalList;
  readonly netsCache: NetsListingCache;
  readonly choice: TerminalChoice;
  readonly pointOfSale: () => string | null;
  /** Called when the customer's list was just read again. */
  readonly read: (terminals: readonly Terminal[]) => void;
  readonly lastAttempt: (terminalId: string) => LastAttempt | null;
  /** While true, nothing is asked in the background: Nets and the terminal are busy with our payment. */
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

  /** If the list cannot be read now, the last one stays, with its age. */
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
    /** Loads what was stored, then asks in the background: now and every minute. */
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
    /** Asks now, because somebody wants to know. The answer is also shown. */
    askNets: nets.refresh,
    askSource: source.refresh,
    /**
     * As long as the customer's list has never been read, this PC's terminal is known as it was when chosen: nothing says that it was
     * deleted.
     */
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

/** An unreadable answer mostly comes from a proxy or network in between, for a while. It is asked again as soon as after no answer. */
const heard = (reach: NetsReach | StrapiReach): Heard =>
  reach === 'unreachable' || reach === 'unreadable' ? 'silence' : reach === 'not-authorised' ? 'refusal' : 'answer';

/** An unreadable answer counts as none: Nets cannot be relied on now. */
function reachWithout(failure: NetsFailure): NetsReach {
  return failure === 'unreadable' ? 'unreachable' : failure;
}

/** If the token lost the right to see places, the last known place of the terminal stays. */
function withKnownPlace(terminal: Terminal, before: readonly Terminal[]): Terminal {
  const known = isPlaceHidden(terminal) ? before.find(({ terminalId }) => terminalId === terminal.terminalId) : undefined;
  if (known === undefined) return terminal;
  const { pointOfSale, pointOfSaleId } = known;
  return { ...terminal, pointOfSale, ...(pointOfSaleId === undefined ? {} : { pointOfSaleId }) };
}

/** An exception counts as an unreadable list: otherwise the light would keep its old colour and the polling would stop. */
async function ask<A>(list: { list(): Promise<A> }): Promise<A | { readonly ok: false; readonly error: 'unreadable' }> {
  try {
    return await list.list();
  } catch {
    return { ok: false, error: 'unreadable' };
  }
}
