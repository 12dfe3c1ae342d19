import type { NetsReach, StrapiReach, Terminal, TerminalDirectory } from '../../shared/terminal.ts';
import { buildDirectory } from './directory.ts';
import type { DirectoryCache, LastAttempt, NetsTerminalList, TerminalChoice, TerminalSource } from './ports.ts';

/** How old the list may grow while a screen shows it. */
const REFRESH_MS = 60_000;

export type DirectoryWatch = ReturnType<typeof createDirectoryWatch>;

/**
 * Keeps the terminal directory: what the customer defined, what Nets lists, what the last attempts said.
 * Asks in the background and never makes a screen wait; what it learns it publishes.
 */
export function createDirectoryWatch(parts: {
  readonly source: TerminalSource;
  /** Null where the list comes with the program: it has no age, and nothing of it needs to be kept. */
  readonly cache: DirectoryCache | null;
  readonly nets: NetsTerminalList;
  readonly choice: TerminalChoice;
  readonly pointOfSale: () => string | null;
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
  let underWay: Promise<void> | null = null;
  let stopTimer: (() => void) | null = null;
  let stopped = false;

  async function ask(): Promise<void> {
    const [, answer] = await Promise.all([readDefined(), parts.nets.list()]);
    if (answer.ok) {
      listed = { ids: new Set(answer.value), at: parts.clock.wallTime() };
      reach = 'connected';
    } else {
      // An answer that cannot be read is no better than none: Nets is not to be relied on right now.
      reach = answer.error === 'unreadable' ? 'unreachable' : answer.error;
    }
  }

  /** What cannot be read now does not make what was read before untrue: it stays, with its age. */
  async function readDefined(): Promise<void> {
    const defined = await parts.source.list();
    if (defined.ok) terminals = defined.value;
    if (parts.cache === null) return;
    strapi = defined.ok ? 'connected' : defined.error;
    if (!defined.ok) return;
    definedAsOf = parts.clock.wallTime();
    parts.cache.keep({ terminals, readAt: definedAsOf });
  }

  function refresh(): Promise<void> {
    underWay ??= ask().finally(() => {
      underWay = null;
      if (!stopped) parts.changed();
    });
    return underWay;
  }

  function everyMinute(): void {
    stopTimer = parts.clock.after(REFRESH_MS, () => {
      if (!parts.quiet()) void refresh();
      everyMinute();
    });
  }

  return {
    /** Loads what is known without Nets, then asks Nets in the background, now and every minute. */
    async start(): Promise<void> {
      const cached = parts.cache?.read() ?? null;
      if (cached !== null) {
        terminals = cached.terminals;
        definedAsOf = cached.readAt;
      }
      if (parts.cache === null) await readDefined();
      parts.changed();
      if (stopped) return;
      void refresh();
      everyMinute();
    },
    refresh,
    find: (terminalId: string): Terminal | null => terminals.find((terminal) => terminal.terminalId === terminalId) ?? null,
    /** Whether Nets lists this id for our log-in; null while it has not been asked. */
    isListed: (terminalId: string): boolean | null => (listed === null ? null : listed.ids.has(terminalId)),
    view: (): TerminalDirectory =>
      buildDirectory({
        terminals,
        pointOfSale: parts.pointOfSale(),
        chosen: parts.choice.read(),
        nets: reach,
        listed,
        strapi,
        definedAsOf,
        lastAttempt: parts.lastAttempt,
      }),
    stop(): void {
      stopped = true;
      stopTimer?.();
    },
  };
}
