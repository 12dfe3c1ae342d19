import { type Terminal, terminalSchema } from '../../shared/terminal.ts';
import type { Log } from '../support/log.ts';
import type { DeskTable } from './desk-table.ts';

const KEY = 'terminal';

/** This PC's terminal, with the name and the place that it had when it was last seen, so that it can be named when it is gone. */
export const createTerminalChoice = (table: DeskTable, log: Log) => ({
  read: (): Terminal | null => table.read(KEY, terminalSchema),
  /** @returns false where it could not be kept. */
  write(terminal: Terminal): boolean {
    const kept = table.write(KEY, terminalSchema.parse(terminal));
    if (!kept.ok) log.error('the chosen terminal could not be kept', kept.error.cause);
    return kept.ok;
  },
});
