import { useState } from 'react';
import { isPayable } from '../../../shared/payable.ts';
import type { TerminalSection } from '../../../shared/terminal.ts';
import { takeTerminal } from '../../actions/choose-terminal.ts';
import { useMirror } from '../../stores/mirror.ts';
import { findTerminals, SHOWN_AT_ONCE, stillSelected } from './find-terminals.ts';

const NONE: readonly TerminalSection[] = [];

/**
 * What is searched, which terminals that leaves, and which of them is selected.
 *
 * @param preselects whether this PC's terminal is selected at first
 */
export function usePicker(preselects: boolean) {
  const sections = useMirror(({ snapshot }) => snapshot?.terminals.sections) ?? NONE;
  const chosen = useMirror(({ snapshot }) => snapshot?.terminals.chosen?.terminalId ?? null);
  const terminals = sections.flatMap((section) => section.terminals);
  const [picked, select] = useState(preselects ? chosen : null);
  const [typed, setTyped] = useState('');
  const [all, setAll] = useState(false);
  const selectedId = stillSelected(sections, typed, picked);
  const shown = findTerminals(sections, { typed, most: all ? terminals.length : SHOWN_AT_ONCE, selectedId });
  const selected = terminals.find((terminal) => terminal.terminalId === selectedId) ?? null;
  const usable = selected !== null && isPayable(selected);
  const use = (terminalId: string | null): void => {
    const terminal = terminals.find((one) => one.terminalId === terminalId);
    if (terminal !== undefined && isPayable(terminal)) void takeTerminal(terminal.terminalId);
  };
  const search = (text: string): void => {
    setTyped(text);
    // The selection stays cleared: after the search is emptied, an old one must not come back unnoticed.
    select(stillSelected(sections, text, selectedId));
  };

  return { sections, terminals, typed, search, shown, showAll: () => setAll(true), selectedId, selected, usable, select, use };
}
