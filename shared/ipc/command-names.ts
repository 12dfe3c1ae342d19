import { type CommandName, commands } from './contract.ts';

/**
 * The names of all commands. The build puts the bare list in this module's place (electron.vite.config.ts), so that neither the sandboxed
 * preload nor the start of the main process carries the schemas.
 */
export const commandNames = Object.keys(commands) as readonly CommandName[];
