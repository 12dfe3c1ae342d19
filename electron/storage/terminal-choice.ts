import { type Terminal, terminalSchema } from '../../shared/terminal.ts';
import type { Log } from '../support/log.ts';
import type { DeskTable } from './desk-table.ts';

const KEY = 'terminal';

/** This PC's terminal with its last known name and place, so that it can be named after it was deleted. */
export const createTerminalChoice = (table: DeskTable, log: Log) => ({
  read: (): Terminal | null => table.read(KEY, terminalSchema),
  /** @returns false if it could not be stored. */
  write(terminal: Terminal): boolean {
    const kept = table.write(KEY, terminalSchema.parse(terminal));
    if (!kept.ok) log.error('the chosen terminal could not be stored', kept.error.cause);
    return kept.ok;
  },
});
