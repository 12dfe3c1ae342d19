import { z } from 'zod';
import { historyFilters, MAX_SEARCH_LENGTH } from '../history-terms.ts';
import { paymentViewSchema } from '../payment.ts';
import type { Subject } from './subject.ts';

const dateSchema = z.iso.date();
/** Days of the property. `week`: today and the six days before it. `dates`: both days included, as YYYY-MM-DD. */
export const historyPeriodSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['today', 'yesterday', 'week', 'all']) }),
  z.object({ kind: z.literal('dates'), from: dateSchema, to: dateSchema }),
]);
export type HistoryPeriod = z.infer<typeof historyPeriodSchema>;

export const historyQuerySchema = z.object({
  text: z.string().max(MAX_SEARCH_LENGTH),
  period: historyPeriodSchema,
  filter: z.enum(historyFilters),
});
export type HistoryQuery = z.infer<typeof historyQuerySchema>;

/** Count and sum of the payments of one kind, in minor units: what was charged or given back, else what was asked. */
export const historyTotalSchema = z.object({
  method: z.enum(['card', 'by-hand']),
  meaning: z.enum(['paid', 'back', 'not-charged', 'unclear']),
  currency: z.string(),
  /** Test payments are no money. */
  environment: z.string(),
  count: z.int(),
  minor: z.int(),
});
export type HistoryTotal = z.infer<typeof historyTotalSchema>;

const searchSchema = z.int().min(1);

export const history = {
  commands: {
    /** The newest first. `search` names the list that was found; its rows are read by it until the next search. */
    searchPayments: {
      input: historyQuerySchema,
      output: z.object({ search: searchSchema, count: z.int(), rows: z.array(paymentViewSchema) }),
    },
    /** Rows of that list, by their place in it; fewer at its end. */
    readPayments: {
      input: z.object({ search: searchSchema, from: z.int().min(0) }),
      output: z.array(paymentViewSchema),
    },
    /** Asks where to save what this query finds now, as CSV. Null: nobody chose a place. */
    exportCsv: { input: historyQuerySchema, output: z.object({ payments: z.int() }).nullable() },
    totalPayments: { input: z.object({ search: searchSchema }), output: z.array(historyTotalSchema) },
  },
  slices: {
    /** Grows whenever a payment began or changed: a list that is on the screen is then read again. */
    historyNews: z.int(),
  },
} as const satisfies Subject;
