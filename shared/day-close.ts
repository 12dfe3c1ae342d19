import { z } from 'zod';
import { environments, moneyMovedSchema, paymentKinds } from './payment.ts';

/** How many payments, and their sum in minor units. */
export const figureSchema = z.object({ count: z.int().min(0), minor: z.int() });
export type Figure = z.infer<typeof figureSchema>;

/** Sums of one day, in minor units. */
export const figuresSchema = z.object({
  /** Proven by Nets, with tip and surcharge. */
  sales: figureSchema,
  refunds: figureSchema,
  voids: figureSchema,
  manual: figureSchema,
  /** Moved by a named person's word alone. Money that went back counts as negative. */
  settled: figureSchema,
  /** A part of the sales. */
  tipsMinor: z.int().min(0),
  surchargesMinor: z.int().min(0),
  /** Everything together: what came in less what went back. */
  chargedMinor: z.int(),
});
export type Figures = z.infer<typeof figuresSchema>;

const terminalName = z.string().nullable();

export const dayTotalsSchema = z.object({
  desk: figuresSchema,
  terminals: z.array(z.object({ terminalId: z.string(), terminalName, figures: figuresSchema })),
  /** Payments in another currency, or of a test beside real ones: in no sum. */
  otherMoney: z.int().min(0),
});
export type DayTotals = z.infer<typeof dayTotalsSchema>;

/** Why a payment is still open when its day is to be closed. */
export const openReasons = ['running', 'unclear', 'released', 'unsigned', 'signature-refused', 'alarm', 'not-in-willba'] as const;
export type OpenReason = (typeof openReasons)[number];

export const openItemSchema = z.object({
  paymentId: z.string(),
  why: z.enum(openReasons),
  kind: z.enum(paymentKinds),
  reference: z.string(),
  terminalName,
  amountMinor: z.int(),
  currency: z.string(),
  startedAt: z.string(),
});
export type OpenItem = z.infer<typeof openItemSchema>;

/**
 * How a terminal's reconciliation at Nets ended. `running`: its answer is awaited. `done`: Nets' text is there. `not-done`: the terminal
 * did nothing, so it may be asked again. `not-confirmed`: the session may be closed and nobody can prove it; it is never repeated by itself.
 */
export const reconciliationEnds = ['running', 'done', 'not-done', 'not-confirmed'] as const;

/** Why it ended so. */
export const reconciliationReasons = [
  /** Nothing left this PC. */
  'not-sent',
  'not-authorised',
  'busy',
  'not-connected',
  /** No answer within 120 s, or the connection broke. */
  'answer-lost',
  /** Not an answer of the interface: a page, another form, a server's error. */
  'unreadable',
  /** An answer without a text counts as failed. */
  'blank',
  /** The answer names another terminal. */
  'other-terminal',
  /** The program ended before the answer came. */
  'program-ended',
] as const;
export type ReconciliationReason = (typeof reconciliationReasons)[number];

export const reconciliationSchema = z.object({
  id: z.string(),
  terminalId: z.string(),
  terminalName,
  by: z.string().nullable(),
  startedAt: z.string(),
  end: z.enum(reconciliationEnds),
  reason: z.enum(reconciliationReasons).nullable(),
  endedAt: z.string().nullable(),
  sessionNumber: z.string().nullable(),
  /** The report as the terminal formatted it, in the terminal's language. Lines end with `\n`. */
  text: z.string().nullable(),
});
export type Reconciliation = z.infer<typeof reconciliationSchema>;

export const terminalVerdicts = ['matches', 'differs', 'not-confirmed'] as const;
export type TerminalVerdict = (typeof terminalVerdicts)[number];

/** What a named person says of a terminal's sums beside Nets' report. Only `differs` has a reason. */
export const saidSchema = z.object({ terminalId: z.string(), terminalName, verdict: z.enum(terminalVerdicts), reason: z.string() });
export type Said = z.infer<typeof saidSchema>;

/** A closed day as it was when it was closed. It never changes. */
export const closedDaySchema = z.object({
  id: z.string(),
  /** The date by which people call it. */
  date: z.string(),
  /** ISO 8601 in UTC. */
  start: z.string(),
  end: z.string(),
  closedAt: z.string(),
  by: z.string(),
  property: z.string(),
  pointOfSale: z.string().nullable(),
  currency: z.string(),
  environment: z.enum(environments),
  timeZone: z.string(),
  totals: dayTotalsSchema,
  said: z.array(saidSchema),
  /** What was still open, each with the reason for which the same person closed the day all the same. */
  signedFor: z.array(openItemSchema.extend({ reason: z.string() })),
  reconciliations: z.array(reconciliationSchema),
});
export type ClosedDay = z.infer<typeof closedDaySchema>;

/** What came to light about a closed day after it was closed. */
export const addendumSchema = z.object({
  paymentId: z.string(),
  at: z.string(),
  /** `new`: the payment began after the close. `known`: it is now known, or not known, whether money moved. `signed`: only its signature. */
  what: z.enum(['new', 'known', 'signed']),
  moneyMoved: moneyMovedSchema,
  /** Somebody's word, and not Nets' proof. */
  byPerson: z.boolean(),
  kind: z.enum(paymentKinds),
  reference: z.string(),
  terminalName,
  currency: z.string(),
  /** What it adds to the day's sum, in minor units; negative if it takes from it. */
  changeMinor: z.int(),
  amountMinor: z.int(),
});
export type Addendum = z.infer<typeof addendumSchema>;
