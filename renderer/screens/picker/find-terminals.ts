import { nameKey } from '../../../shared/reference.ts';
import type { TerminalSection, TerminalView } from '../../../shared/terminal.ts';
import { placeText } from '../../terminal/terminal-text.ts';

/** Above this many a search field stands over the list. */
export const SEARCH_ABOVE = 12;
/** Rows that are drawn at once. The others are found by typing, or asked for. */
export const SHOWN_AT_ONCE = 60;

/** Every word that was typed stands somewhere in the terminal's name, id or place. */
function matches(terminal: TerminalView, words: readonly string[]): boolean {
  const text = nameKey(`${terminal.name} ${terminal.terminalId} ${placeText(terminal)}`);
  return words.every((word) => text.includes(word));
}

/** Every section with the terminals that the search finds; a section may be left with none. */
function search(sections: readonly TerminalSection[], typed: string): readonly TerminalSection[] {
  const words = nameKey(typed).split(' ').filter(Boolean);
  return sections.map((section) => ({ ...section, terminals: section.terminals.filter((terminal) => matches(terminal, words)) }));
}

const terminalsIn = (sections: readonly TerminalSection[]): readonly TerminalView[] => sections.flatMap(({ terminals }) => terminals);

/**
 * What stays selected while this is typed: the selected terminal where the search finds it, otherwise nothing. Whoever
 * searches for another one means another one, and `Käytä tätä` would charge at the one that is out of sight.
 */
export function stillSelected(sections: readonly TerminalSection[], typed: string, selectedId: string | null): string | null {
  return terminalsIn(search(sections, typed)).find(({ terminalId }) => terminalId === selectedId)?.terminalId ?? null;
}

/** What Enter in the search selects: the terminal, where exactly one is found. */
export function onlyFound(sections: readonly TerminalSection[], typed: string): string | null {
  const [first, ...others] = terminalsIn(search(sections, typed));
  return first === undefined || others.length > 0 ? null : first.terminalId;
}

/**
 * The sections with what was searched for, at most `most` rows together; `hidden` says how many are left out. What is
 * selected (`stillSelected`) is drawn beyond that number too: what `Käytä tätä` would use must be in the list.
 */
export function findTerminals(
  sections: readonly TerminalSection[],
  { typed, most, selectedId }: { readonly typed: string; readonly most: number; readonly selectedId: string | null },
): { readonly sections: readonly TerminalSection[]; readonly hidden: number } {
  let room = most;
  let hidden = 0;
  const shown = search(sections, typed).map((section) => {
    const terminals = section.terminals.filter(({ terminalId }, index) => index < room || terminalId === selectedId);
    room = Math.max(0, room - section.terminals.length);
    hidden += section.terminals.length - terminals.length;
    return { ...section, terminals };
  });
  return { sections: shown.filter(({ terminals }) => terminals.length > 0), hidden };
}
