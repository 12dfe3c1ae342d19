import { z } from 'zod';
import { LONGEST_LOCK_MINUTES, ZOOM_STEPS, zoomWays } from '../comfort.ts';
import { nothing } from './fields.ts';
import type { Subject } from './subject.ts';

export const comfortSchema = z.object({
  zoom: z.int().min(ZOOM_STEPS[0]).max(200),
  alwaysOnTop: z.boolean(),
  sound: z.boolean(),
  notification: z.boolean(),
  lockMinutes: z.int().min(0).max(LONGEST_LOCK_MINUTES),
});

/** How this PC shows the program; stored for all accounts, and the same in training. */
export const comfort = {
  commands: {
    /** One size up or down, or back to the usual one: two quick presses are two steps. */
    stepZoom: { input: z.object({ way: z.enum(zoomWays) }), output: nothing },
    changeComfort: {
      input: z
        .strictObject({
          zoom: comfortSchema.shape.zoom.exactOptional(),
          alwaysOnTop: z.boolean().exactOptional(),
          sound: z.boolean().exactOptional(),
          notification: z.boolean().exactOptional(),
          lockMinutes: comfortSchema.shape.lockMinutes.exactOptional(),
        })
        .refine((change) => Object.keys(change).length > 0),
      output: nothing,
    },
  },
  slices: { comfort: comfortSchema },
} as const satisfies Subject;
