import { isPayable } from '../../shared/payable.ts';
import { ok } from '../../shared/result.ts';
import type { Terminal } from '../../shared/terminal.ts';
import type { Part } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';
import type { DirectoryWatch } from '../terminals/directory-watch.ts';
import type { TerminalMemory } from './ports.ts';
import type { Refuse } from './refusals.ts';

/** This PC's terminal with its present name, or as it was stored if it is no longer in the directory. Null if none was chosen. */
export function chosenTerminal(memory: TerminalMemory, directory: Pick<DirectoryWatch, 'find'>): Terminal | null {
  const kept = memory.read();
  return kept === null ? null : (directory.find(kept.terminalId) ?? kept);
}

export function terminalsPart(parts: {
  readonly directory: DirectoryWatch;
  readonly memory: TerminalMemory;
  /** Called after another terminal was chosen: a press that still waits was meant for the one before. */
  readonly chosen: () => void;
  readonly refuse: Refuse;
  readonly changed: Changed;
}) {
  const { directory, memory, refuse } = parts;
  return {
    slices: { terminals: directory.view },
    commands: {
      chooseTerminal({ terminalId }) {
        const terminal = directory.find(terminalId);
        if (terminal === null) return refuse('terminal-missing');
        if (!isPayable(terminal)) return refuse('not-possible-now');
        if (!memory.write(terminal)) return refuse('journal-unavailable');
        parts.chosen();
        parts.changed('terminals');
        return ok(null);
      },
      refreshTerminals() {
        void directory.refresh();
        return ok(null);
      },
    },
    start: () => void directory.start(),
    wake: () => void directory.refresh(),
    close: directory.stop,
  } satisfies Part;
}
