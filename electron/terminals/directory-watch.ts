import type { NetsReach, StrapiReach, Terminal, TerminalDirectory } from '../../shared/terminal.ts';
import { createCustomerList } from './customer-list.ts';
import { buildDirectory } from './directory.ts';
import { createNetsListing } from './nets-listing.ts';
import { createPoll, type Heard } from './poll.ts';
import type { DirectoryCache, LastAttempt, NetsListingCache, NetsTerminalList, TerminalChoice, TerminalSource } from './ports.ts';

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
  let stopped = false;
  const isStopped = (): boolean => stopped;
  const customer = createCustomerList({ ...parts, isStopped });
  const listing = createNetsListing({ nets: parts.nets, cache: parts.netsCache, clock: parts.clock, isStopped });
  const { quiet, changed } = parts;
  const { after } = parts.clock;
  const nets = createPoll({ ask: listing.ask, heard: () => heard(listing.reach()), quiet, after, changed });
  const source = createPoll({ ask: customer.ask, heard: () => heard(customer.reach()), quiet, after, changed });
  const refresh = async (): Promise<void> => void (await Promise.all([nets.refresh(), source.refresh()]));

  return {
    /** Loads what was stored, then asks in the background: now and every minute. */
    async start(): Promise<void> {
      customer.load();
      listing.load();
      if (parts.cache === null) await customer.ask();
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
      const found = customer.find(terminalId);
      if (found !== null || customer.isDefined()) return found;
      const chosen = parts.choice.read();
      return chosen?.terminalId === terminalId ? chosen : null;
    },
    view: (): TerminalDirectory =>
      buildDirectory({
        ...customer.facts(),
        ...listing.facts(),
        pointOfSale: parts.pointOfSale(),
        chosen: parts.choice.read(),
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
