import { z } from 'zod';
import { printerSchema, printingChoiceSchema } from '../paper.ts';
import { nothing } from './fields.ts';
import type { Subject } from './subject.ts';

/** How this PC prints. What is printed belongs to the subjects themselves. */
export const printing = {
  commands: {
    /** The printers that the system has now. */
    printers: { input: nothing, output: z.array(printerSchema) },
    choosePrinting: { input: printingChoiceSchema, output: nothing },
  },
  slices: { printing: printingChoiceSchema },
} as const satisfies Subject;
