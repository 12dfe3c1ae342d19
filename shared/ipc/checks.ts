import { z } from 'zod';
import { checkNames } from '../check-names.ts';
import { checkResultSchema } from '../checks.ts';
import { connectionTestSchema } from '../connections.ts';
import { idSchema, nothing } from './fields.ts';
import type { Subject } from './subject.ts';

export const checks = {
  commands: {
    /** One of support's checks. `terminalId` null: this PC's own terminal. */
    runCheck: { input: z.object({ name: z.enum(checkNames), terminalId: idSchema.nullable() }), output: checkResultSchema },
    /** Logs in to Nets and asks Nets and Strapi for their lists. Nothing is sent to a terminal. */
    testConnections: { input: nothing, output: connectionTestSchema },
  },
  slices: {},
} as const satisfies Subject;
