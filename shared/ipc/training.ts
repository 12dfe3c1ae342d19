import { z } from 'zod';
import { situations, wrongWays } from '../tour.ts';
import { nothing } from './fields.ts';
import type { Subject } from './subject.ts';

/** What is learned in training. */
export const training = {
  commands: {
    /** The explanation of what went wrong was read. */
    wrongWayRead: { input: nothing, output: nothing },
    /** All five situations from the beginning. */
    restartTour: { input: nothing, output: nothing },
  },
  /** Null where real payments are made. */
  slices: { tour: z.object({ done: z.array(z.enum(situations)), wrong: z.enum(wrongWays).nullable() }).nullable() },
} as const satisfies Subject;
