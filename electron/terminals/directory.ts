import type {
  NetsReach,
  StrapiReach,
  Terminal,
  TerminalDirectory,
  TerminalSection,
  TerminalStatus,
  TerminalView,
} from '../../shared/terminal.ts';
import type { LastAttempt } from './ports.ts';

export type DirectoryFacts = {
  readonly terminals: readonly Terminal[];
  readonly pointOfSale: string | null;
  readonly chosen: Terminal | null;
  readonly nets: NetsReach;
  /** The ids that Nets lists for this log-in, with the moment it did; null while it never has in this run. */
  readonly listed: { readonly ids: ReadonlySet<string>; readonly at: string } | null;
  readonly strapi: StrapiReach;
  readonly definedAsOf: string | null;
  readonly lastAttempt: (terminalId: string) => LastAttempt | null;
};

/**
 * What the picker shows: this PC's point of sale first under its name, everything else in one last group.
 * Names are sorted as Finnish sorts them, numbers by value.
 */
export function buildDirectory(facts: DirectoryFacts): TerminalDirectory {
  const view = (terminal: Terminal): TerminalView => ({ ...terminal, status: statusOf(terminal, facts) });
  const { chosen } = facts;
  const current = chosen === null ? null : facts.terminals.find((terminal) => terminal.terminalId === chosen.terminalId);
  return {
    sections: group(facts.terminals.map(view), facts.pointOfSale),
    chosen: viewOfChosen(chosen, current, view),
    nets: facts.nets,
    netsAsOf: facts.listed?.at ?? null,
    strapi: facts.strapi,
    definedAsOf: facts.definedAsOf,
  };
}

function viewOfChosen(
  chosen: Terminal | null,
  current: Terminal | null | undefined,
  view: (terminal: Terminal) => TerminalView,
): TerminalView | null {
  if (chosen === null) return null;
  // Gone from the directory: it is still named, and never silently replaced by another.
  if (current === null || current === undefined) return { ...chosen, status: { light: 'red', reason: 'missing', asOf: null } };
  return view(current);
}

const byName = new Intl.Collator('fi', { numeric: true }).compare;

function group(terminals: readonly TerminalView[], pointOfSale: string | null): TerminalSection[] {
  const sorted = [...terminals].sort((a, b) => byName(a.name, b.name));
  const here = sorted.filter((terminal) => pointOfSale !== null && terminal.pointOfSale === pointOfSale);
  const others = sorted.filter((terminal) => !here.includes(terminal));
  return [
    ...(here.length > 0 ? [{ pointOfSale, terminals: here }] : []),
    ...(others.length > 0 ? [{ pointOfSale: null, terminals: others }] : []),
  ];
}

/** The light says what is known, and how old it is. Strongest first: what forbids, what Nets says, what happened last. */
function statusOf(terminal: Terminal, facts: DirectoryFacts): TerminalStatus {
  if (!terminal.active) return { light: 'red', reason: 'inactive', asOf: null };
  if (terminal.fault !== undefined) return { light: 'red', reason: terminal.fault, asOf: facts.definedAsOf };
  const attempt = facts.lastAttempt(terminal.terminalId);
  const { listed } = facts;
  if (facts.nets === 'not-authorised' || facts.nets === 'unreachable') {
    return { light: 'red', reason: facts.nets === 'unreachable' ? 'nets-unreachable' : 'not-authorised', asOf: listed?.at ?? null };
  }
  if (listed !== null && !listed.ids.has(terminal.terminalId)) return { light: 'red', reason: 'unknown-id', asOf: listed.at };
  if (attempt !== null && attempt.failed !== null) return { light: 'red', reason: attempt.failed, asOf: attempt.at };
  if (listed === null) return { light: 'unknown' };
  return { light: 'green', asOf: listed.at };
}
