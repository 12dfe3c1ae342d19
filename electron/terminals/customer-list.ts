import { isPlaceHidden, type StrapiReach, type Terminal } from '../../shared/terminal.ts';
import { askList } from './ask-list.ts';
import type { DirectoryFacts } from './directory.ts';
import type { DirectoryCache, SourceAnswer, TerminalSource } from './ports.ts';

/** What the customer defined, as it was last read, and how its source answers. */
export function createCustomerList(parts: {
  readonly source: TerminalSource;
  /** Null if the list comes with the program: then it has no age and is not stored. */
  readonly cache: DirectoryCache | null;
  /** The settings are lost and the customer's list with them. What was in it is unknown. */
  readonly isLost: () => boolean;
  /** Called when the list was just read again. */
  readonly read: (terminals: readonly Terminal[]) => void;
  readonly clock: { wallTime(): string };
  /** The program ends: nothing is stored any more. */
  readonly isStopped: () => boolean;
}) {
  const { cache, isLost } = parts;
  let terminals: readonly Terminal[] = [];
  let definedAsOf: string | null = null;
  let strapi: StrapiReach = cache === null ? 'not-configured' : 'unknown';

  /** If the list cannot be read now, the last one stays, with its age. */
  async function ask(): Promise<SourceAnswer> {
    const answer = await askList(parts.source);
    if (answer.ok) terminals = answer.value.map((terminal) => withKnownPlace(terminal, terminals));
    if (cache === null) return answer;
    strapi = answer.ok ? (terminals.some(isPlaceHidden) ? 'right-missing' : 'connected') : answer.error;
    if (!answer.ok || parts.isStopped()) return answer;
    definedAsOf = parts.clock.wallTime();
    cache.keep({ terminals, readAt: definedAsOf });
    parts.read(terminals);
    return answer;
  }

  const isDefined = (): boolean => !isLost() && (cache === null || definedAsOf !== null);

  return {
    /** Takes what was stored. */
    load(): void {
      const cached = cache?.read() ?? null;
      if (cached !== null) {
        terminals = cached.terminals;
        definedAsOf = cached.readAt;
      }
    },
    ask,
    reach: (): StrapiReach => strapi,
    isDefined,
    find: (terminalId: string): Terminal | null => terminals.find((terminal) => terminal.terminalId === terminalId) ?? null,
    facts: () => ({ terminals, strapi, definedAsOf, isDefined: isDefined(), isLost: isLost() }) satisfies Partial<DirectoryFacts>,
  };
}

/** If the token lost the right to see places, the last known place of the terminal stays. */
function withKnownPlace(terminal: Terminal, before: readonly Terminal[]): Terminal {
  const known = isPlaceHidden(terminal) ? before.find(({ terminalId }) => terminalId === terminal.terminalId) : undefined;
  if (known === undefined) return terminal;
  const { pointOfSale, pointOfSaleId } = known;
  return { ...terminal, pointOfSale, ...(pointOfSaleId === undefined ? {} : { pointOfSaleId }) };
}
