import { z } from 'zod';
import { languages } from '../money.ts';
import { amountMinorSchema, environments } from '../payment.ts';
import { deskModeSchema, nothing, personSchema } from './fields.ts';
import type { Subject } from './subject.ts';

export const deskSchema = z.object({
  mode: deskModeSchema,
  environment: z.enum(environments),
  property: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  /** The hour at which the property's day changes. */
  cutOverHour: z.int(),
  /** A larger sum is asked about before it is charged, in minor units; null: none is. */
  askAboveMinor: z.int().nullable(),
  language: z.enum(languages),
  support: z.object({ name: z.string(), phone: z.string() }).nullable(),
  pointOfSale: z.string().nullable(),
  /** Empty: nobody is asked for a name. */
  operators: z.array(z.string()),
  operator: z.string().nullable(),
  /** True if secrets are lost when the program closes, because the system has no safe storage. */
  secretsForThisRunOnly: z.boolean(),
});
export type Desk = z.infer<typeof deskSchema>;
/** The part of the desk that comes from the configuration: never an address, a user name or a secret. */
export type DeskSettings = Omit<Desk, 'operator' | 'secretsForThisRunOnly'>;

/** Whether a sale can be started, and what prevents it. */
export const sellingSchema = z.object({
  possible: z.boolean(),
  problem: z
    .enum([
      'not-configured',
      /** Set up without Nets: payments are recorded by hand, and nothing is wrong. */
      'manual-only',
      'settings-damaged',
      'secrets-missing',
      'journal-damaged',
      'journal-newer',
      'journal-unreadable',
      'journal-in-use',
      'disk-full',
      'answer-unwritten',
    ])
    .nullable(),
  /** The account that has the program open, if that is the problem and its name is known. */
  openBy: z.string().nullable(),
});
export type Selling = z.infer<typeof sellingSchema>;

/** Who is at the desk, its point of sale, and whether it can sell. */
export const desk = {
  commands: {
    chooseOperator: { input: z.object({ name: personSchema }), output: nothing },
    /** Above which sum Maksa asks, in minor units of the desk's currency. Null: it never does. */
    chooseAskAbove: { input: z.object({ minor: amountMinorSchema.nullable() }), output: nothing },
    /** This PC's place, stored for all accounts. Null: none. */
    choosePointOfSale: { input: z.object({ name: z.string().trim().min(1).max(80).nullable() }), output: nothing },
    /** From now on, and at the next starts of this PC unless they are told another one. */
    chooseLanguage: { input: z.object({ language: z.enum(languages) }), output: nothing },
  },
  slices: { desk: deskSchema, selling: sellingSchema },
} as const satisfies Subject;
