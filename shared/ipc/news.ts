import { z } from 'zod';
import type { Subject } from './subject.ts';

export const newsTones = ['paid', 'needs-you'] as const;
export type NewsTone = (typeof newsTones)[number];

/** The last outcome of this run, for the window's tone. */
export const news = {
  commands: {},
  /** `number` grows with each outcome, so that a window that is loaded anew plays none twice. Null until the first one. */
  slices: { news: z.object({ number: z.int(), tone: z.enum(newsTones) }).nullable() },
} as const satisfies Subject;
