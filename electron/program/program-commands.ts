import type { Commands } from '../../shared/ipc/contract.ts';
import type { program } from '../../shared/ipc/program.ts';
import type { settings } from '../../shared/ipc/settings.ts';

/** The commands for the program as a whole, whichever world is open. */
export type ProgramCommands = Pick<Commands, keyof typeof program.commands | keyof typeof settings.commands>;
