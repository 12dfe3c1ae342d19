import { nameKey } from '../../../shared/reference.ts';
import type { TerminalSection, TerminalView } from '../../../shared/terminal.ts';
import { placeText } from '../../terminal/terminal-text.ts';

/** With more terminals than this there is a search field. */
export const SEARCH_ABOVE = 12;
/** Rows that are drawn at first. The others are found by search or shown on request. */
export const SHOWN_AT_ONCE = 60;

/** True if every typed word is in the terminal's name, id or place. */
function matches(terminal: TerminalView, words: readonly string[]): boolean {
  const text = nameKey(`${terminal.name} ${terminal.terminalId} ${placeText(terminal)}`);
  return words.every((word) => text.includes(word));
}

/** Every section with the terminals found; a section may be empty. */
function search(sections: readonly TerminalSection[], typed: string): readonly TerminalSection[] {
  const words = nameKey(typed).split(' ').filter(Boolean);
  return sections.map((section) => ({ ...section, terminals: section.terminals.filter((terminal) => matches(terminal, words)) }));
}

const terminalsIn = (sections: readonly TerminalSection[]): readonly TerminalView[] => sections.flatMap(({ terminals }) => terminals);

/**
 * The selection while this is typed: the selected terminal if the search finds it, else none. A person who searches wants another terminal,
 * and `Käytä tätä` would charge at one that is not visible.
 */
export function stillSelected(sections: readonly TerminalSection[], typed: string, selectedId: string | null): string | null {
  return terminalsIn(search(sections, typed)).find(({ terminalId }) => terminalId === selectedId)?.terminalId ?? null;
}

/** What Enter selects: the terminal, if exactly one was found. */
export function onlyFound(sections: readonly TerminalSection[], typed: string): string | null {
  const [first, ...others] = terminalsIn(search(sections, typed));
  return first === undefined || others.length > 0 ? null : first.terminalId;
}

/**
 * The sections with the terminals found, at most `most` rows in all; `hidden` says how many are left out. The selected terminal
 * (`stillSelected`) is always included, because `Käytä tätä` would use it.
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
