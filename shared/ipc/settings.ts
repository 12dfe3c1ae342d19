import { connectionsSchema, importedFileSchema, savedConnectionsSchema } from '../connections.ts';
import { nothing } from './fields.ts';
import type { Subject } from './subject.ts';

/** What support changes. */
export const settings = {
  commands: {
    /** Asks for a provisioning file and uses it, or changes nothing. */
    importFile: { input: nothing, output: importedFileSchema },
    savedConnections: { input: nothing, output: savedConnectionsSchema },
    saveConnections: { input: connectionsSchema, output: nothing },
  },
  slices: {},
} as const satisfies Subject;
