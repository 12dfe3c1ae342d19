import type { CommandInput, CommandResult } from '../../shared/ipc/contract.ts';
import type { CommandName } from '../../shared/ipc/names.ts';

/** Every command of the contract, as the program carries it out. */
export type Commands = {
  readonly [N in CommandName]: (input: CommandInput<N>) => Promise<CommandResult<N>> | CommandResult<N>;
};
/** Every command of the contract but those that concern the program as a whole: its mode and its end. */
export type DeskCommands = Omit<
  Commands,
  | 'startTraining'
  | 'openJournal'
  | 'answerClosing'
  | 'choosePointOfSale'
  | 'importFile'
  | 'savedConnections'
  | 'saveConnections'
  | 'testConnections'
  | 'runCheck'
>;
