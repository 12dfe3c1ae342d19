import { nothing } from './fields.ts';
import type { Subject } from './subject.ts';

/** The program as a whole: which world is open. */
export const program = {
  commands: {
    startTraining: { input: nothing, output: nothing },
    /** Back to real payments, where the desk is as it was left. */
    leaveTraining: { input: nothing, output: nothing },
    /** Opens the journal after another account had it open and has, as somebody says, closed it. */
    openJournal: { input: nothing, output: nothing },
  },
  slices: {},
} as const satisfies Subject;
