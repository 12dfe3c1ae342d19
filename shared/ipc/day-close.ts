import { z } from 'zod';
import {
  addendumSchema,
  closedDaySchema,
  dayTotalsSchema,
  figuresSchema,
  openItemSchema,
  openReasons,
  reconciliationSchema,
  terminalVerdicts,
} from '../day-close.ts';
import { environments } from '../payment.ts';
import { MAX_REASON_LENGTH } from '../reference.ts';
import { idSchema, nothing, personSchema } from './fields.ts';
import type { Subject } from './subject.ts';

const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const reasonSchema = z.string().max(MAX_REASON_LENGTH);
/** More than any desk has open in a day; a longer list is a fault. */
const MOST_ITEMS = 5_000;

/** Why a terminal cannot be reconciled now; each passes. */
export const reconcileObstacles = ['payment-open', 'reconciling', 'no-nets'] as const;

export const terminalOfDaySchema = z.object({
  terminalId: z.string(),
  terminalName: z.string().nullable(),
  figures: figuresSchema,
  /** The oldest first. */
  reconciliations: z.array(reconciliationSchema),
  /** Something happened there, so a named person must say whether it matches. */
  needsWord: z.boolean(),
  obstacle: z.enum(reconcileObstacles).nullable(),
});
export type TerminalOfDay = z.infer<typeof terminalOfDaySchema>;

export const dayToCloseSchema = z.object({
  date: dateSchema,
  start: z.string(),
  end: z.string(),
  /** False while the day still runs: later payments of it are shown beside the closed day. */
  isOver: z.boolean(),
  /** The closed day of this date; null while it is open. */
  closedId: idSchema.nullable(),
  /** Grows when anything that the day says has changed. A press closes what was shown, or nothing. */
  revision: z.int(),
  /** Earlier days with payments that nobody has closed, the newest first. */
  earlier: z.array(dateSchema),
  totals: dayTotalsSchema,
  open: z.array(openItemSchema),
  terminals: z.array(terminalOfDaySchema),
});
export type DayToClose = z.infer<typeof dayToCloseSchema>;

export const closedDayEntrySchema = z.object({
  number: z.int(),
  id: idSchema,
  date: z.string(),
  start: z.string(),
  end: z.string(),
  closedAt: z.string(),
  by: z.string(),
  currency: z.string(),
  environment: z.enum(environments),
  chargedMinor: z.int(),
});
export type ClosedDayEntry = z.infer<typeof closedDayEntrySchema>;

/** The close of the day. Its figures are asked for, and not published: they would be read at each start. */
export const dayClose = {
  commands: {
    /** Null: the day that is to be closed next. */
    dayToClose: { input: z.object({ date: dateSchema.nullable() }), output: dayToCloseSchema },
    /** Begins a terminal's reconciliation, which closes its session for every desk. How it ends is in the day's own figures. */
    reconcileTerminal: { input: z.object({ terminalId: idSchema }), output: nothing },
    closeDay: {
      input: z.object({
        date: dateSchema,
        revision: z.int().min(1),
        by: personSchema,
        said: z.array(z.object({ terminalId: idSchema, verdict: z.enum(terminalVerdicts), reason: reasonSchema })).max(MOST_ITEMS),
        signed: z.array(z.object({ paymentId: idSchema, why: z.enum(openReasons), reason: reasonSchema })).max(MOST_ITEMS),
      }),
      output: z.object({ id: idSchema }),
    },
    /** Some closed days, the newest first, from this number on. */
    closedDays: {
      input: z.object({ before: z.int().min(0).nullable() }),
      output: z.object({ days: z.array(closedDayEntrySchema), more: z.boolean() }),
    },
    closedDay: { input: z.object({ id: idSchema }), output: z.object({ day: closedDaySchema, addenda: z.array(addendumSchema) }) },
    printClosedDay: { input: z.object({ id: idSchema }), output: z.enum(['printed', 'unknown', 'cancelled']) },
    saveClosedDay: { input: z.object({ id: idSchema, as: z.enum(['pdf', 'csv']) }), output: z.enum(['saved', 'cancelled']) },
    /** The hour at which the property's day changes. */
    chooseCutOver: { input: z.object({ hour: z.int().min(0).max(12) }), output: nothing },
  },
  slices: {
    dayClose: z.object({
      /** Grows when the day's figures may be others. */
      news: z.int(),
      /** Terminals whose reconciliation runs: no payment starts there. */
      reconciling: z.array(z.string()),
    }),
  },
} as const satisfies Subject;
