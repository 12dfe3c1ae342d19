import { nothing } from './fields.ts';
import type { Subject } from './subject.ts';

/** The program as a whole: which world is open. */
export const program = {
  commands: {
    startTraining: { input: nothing, output: nothing },
    /** Another account had the journal open and is said to have closed it. */
    openJournal: { input: nothing, output: nothing },
  },
  slices: {},
} as const satisfies Subject;
