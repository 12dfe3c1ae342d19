import { type CommandName, commands } from './contract.ts';

/**
 * The names of all commands. The build replaces this module by the plain list (electron.vite.config.ts), so that the sandboxed preload and
 * the start of the main process do not load the schemas.
 */
export const commandNames = Object.keys(commands) as readonly CommandName[];
