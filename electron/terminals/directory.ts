import type {
  NetsReach,
  StrapiReach,
  Terminal,
  TerminalDirectory,
  TerminalSection,
  TerminalStatus,
  TerminalView,
} from '../../shared/terminal.ts';
import { formerNameOf } from './former-name.ts';
import { isSamePlace } from './place.ts';
import type { LastAttempt } from './ports.ts';

export type DirectoryFacts = {
  readonly terminals: readonly Terminal[];
  readonly pointOfSale: string | null;
  readonly chosen: Terminal | null;
  readonly nets: NetsReach;
  /** What Nets last listed, maybe in an earlier run; null if it never has. */
  readonly listed: { readonly ids: ReadonlySet<string>; readonly at: string } | null;
  readonly strapi: StrapiReach;
  readonly definedAsOf: string | null;
  /** False while the customer's list has never been read: then no terminal can be missing from it. */
  readonly isDefined: boolean;
  /** The settings are lost and the list with them, so nothing is known about its terminals. */
  readonly isLost?: boolean;
  readonly lastAttempt: (terminalId: string) => LastAttempt | null;
};

/**
 * What the picker shows: first this PC's point of sale with its name, then all others in one group. Names are sorted as in Finnish, numbers
 * by value.
 */
export function buildDirectory(facts: DirectoryFacts): TerminalDirectory {
  const view = (terminal: Terminal): TerminalView => ({ ...terminal, status: statusOf(terminal, facts) });
  const { chosen } = facts;
  const current = chosen === null ? null : facts.terminals.find((terminal) => terminal.terminalId === chosen.terminalId);
  return {
    sections: group(facts.terminals.map(view), facts.pointOfSale),
    chosen: viewOfChosen(chosen, current, facts, view),
    nets: facts.nets,
    strapi: facts.strapi,
    definedAsOf: facts.definedAsOf,
  };
}

function viewOfChosen(
  chosen: Terminal | null,
  current: Terminal | null | undefined,
  facts: DirectoryFacts,
  view: (terminal: Terminal) => TerminalView,
): TerminalView | null {
  if (chosen === null) return null;
  if (current !== null && current !== undefined) {
    const formerName = formerNameOf(chosen, current);
    return formerName === null ? view(current) : { ...view(current), formerName };
  }
  if (facts.isLost === true) return { ...chosen, status: { light: 'red', reason: 'settings-lost', asOf: null } };
  // No longer in the directory: still shown by name, and never silently replaced by another.
  if (facts.isDefined) return { ...chosen, status: { light: 'red', reason: 'missing', asOf: facts.definedAsOf } };
  const status = statusOf(chosen, facts);
  return { ...chosen, status: status.light === 'green' ? { light: 'unknown' } : status };
}

const byName = new Intl.Collator('fi', { numeric: true }).compare;

function group(terminals: readonly TerminalView[], pointOfSale: string | null): TerminalSection[] {
  const sorted = [...terminals].sort((a, b) => byName(a.name, b.name));
  const here = sorted.filter((terminal) => isSamePlace(terminal.pointOfSale, pointOfSale));
  const isHere = new Set(here);
  const others = sorted.filter((terminal) => !isHere.has(terminal));
  return [
    ...(here.length > 0 ? [{ pointOfSale, terminals: here }] : []),
    ...(others.length > 0 ? [{ pointOfSale: null, terminals: others }] : []),
  ];
}

/** The light shows what is known and how old it is. The order is: what forbids the terminal, then what Nets says, then the last payment. */
function statusOf(terminal: Terminal, facts: DirectoryFacts): TerminalStatus {
  if (!terminal.active) return { light: 'red', reason: 'inactive', asOf: facts.definedAsOf };
  if (terminal.fault !== undefined) return { light: 'red', reason: terminal.fault, asOf: facts.definedAsOf };
  const { nets } = facts;
  const known = knownOf(terminal, facts);
  // Without credentials nobody was refused: the desk is told what is missing, not that Nets said no.
  if (nets === 'unreachable' || nets === 'not-authorised' || nets === 'secrets-missing') {
    const reason = nets === 'unreachable' ? 'nets-unreachable' : nets;
    return known === null ? { light: 'red', reason, asOf: null } : { light: 'red', reason, asOf: known.at, lastKnown: known.state };
  }
  // An answer from an earlier run gives no light. It is only shown while Nets cannot be asked.
  if (known === null || (nets !== 'connected' && known.state !== 'not-connected')) return { light: 'unknown' };
  if (known.state !== 'ready') return { light: 'red', reason: known.state, asOf: known.at };
  return { light: 'green', asOf: older(known.at, facts.definedAsOf) };
}

/** Green depends on Nets' list and the customer's list, so it is as old as the older of the two. */
const older = (at: string, definedAsOf: string | null): string => (definedAsOf !== null && definedAsOf < at ? definedAsOf : at);

type Known = { readonly state: 'ready' | 'unknown-id' | 'not-connected'; readonly at: string };

/** What Nets' list and the last attempt say together, however old they are. */
function knownOf({ terminalId }: Terminal, { listed, lastAttempt }: DirectoryFacts): Known | null {
  if (listed !== null && !listed.ids.has(terminalId)) return { state: 'unknown-id', at: listed.at };
  const attempt = lastAttempt(terminalId);
  // Nets has listed the terminal since then, so that attempt's reason no longer holds.
  const disproven = attempt?.failed === 'unknown-id' && listed !== null && listed.at > attempt.at;
  if (attempt !== null && attempt.failed !== null && !disproven) return { state: attempt.failed, at: attempt.at };
  return listed === null ? null : { state: 'ready', at: listed.at };
}
