import { z } from 'zod';
import { terminalDirectorySchema } from '../terminal.ts';
import { idSchema, nothing } from './fields.ts';
import type { Subject } from './subject.ts';

export const terminals = {
  commands: {
    chooseTerminal: { input: z.object({ terminalId: idSchema }), output: nothing },
    refreshTerminals: { input: nothing, output: nothing },
  },
  slices: { terminals: terminalDirectorySchema },
} as const satisfies Subject;
