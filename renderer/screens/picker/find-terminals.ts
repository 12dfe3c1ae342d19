import type { TerminalSection, TerminalView } from '../../../shared/terminal.ts';
import { placeText } from './terminal-text.ts';

/** Above this many a search field stands over the list. */
export const SEARCH_ABOVE = 12;
/** Rows that are drawn at once. The others are found by typing, or asked for. */
export const SHOWN_AT_ONCE = 60;

const folded = (text: string): string => text.toLocaleLowerCase('fi');

/** Every word that was typed stands somewhere in the terminal's name, id or place. */
function matches(terminal: TerminalView, words: readonly string[]): boolean {
  const text = folded(`${terminal.name} ${terminal.terminalId} ${placeText(terminal)}`);
  return words.every((word) => text.includes(word));
}

/**
 * The sections with what was searched for, at most `most` rows together; `hidden` says how many are left out.
 * The selected terminal is never left out: what `Käytä tätä` would use must be in sight.
 */
export function findTerminals(
  sections: readonly TerminalSection[],
  { typed, most, selectedId }: { readonly typed: string; readonly most: number; readonly selectedId: string | null },
): { readonly sections: readonly TerminalSection[]; readonly hidden: number } {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const found = sections.map((section) => ({ ...section, terminals: section.terminals.filter((terminal) => matches(terminal, words)) }));
  let room = most;
  let hidden = 0;
  const shown = found.map((section) => {
    const terminals = section.terminals.filter(({ terminalId }, index) => index < room || terminalId === selectedId);
    room = Math.max(0, room - section.terminals.length);
    hidden += section.terminals.length - terminals.length;
    return { ...section, terminals };
  });
  return { sections: shown.filter(({ terminals }) => terminals.length > 0), hidden };
}
