import { z } from 'zod';
import { MAX_AMOUNT_MINOR } from './money.ts';
import { lossCauses } from './reasons.ts';

/** The names of the payment states; what each means for the money stands in `electron/payments/core/state.ts`. */
export const paymentStateNames = [
  'created',
  'sent',
  'cancelling',
  'checking',
  'approved',
  'declined',
  'cancelled',
  'timed-out',
  'refused',
  'unresolved',
  'settled-by-person',
] as const;
export type PaymentStateName = (typeof paymentStateNames)[number];

export const moneyMovedSchema = z.enum(['yes', 'no', 'unknown']);
export type MoneyMoved = z.infer<typeof moneyMovedSchema>;

export const paymentKinds = ['sale', 'refund', 'void', 'manual'] as const;
export const environments = ['production', 'test', 'training'] as const;
export type Environment = (typeof environments)[number];

export const amountMinorSchema = z.int().min(1).max(MAX_AMOUNT_MINOR);
const countedMinorSchema = z.int().min(0);

export const cardSchema = z.object({ brand: z.string(), last4: z.string().nullable() });
export type Card = z.infer<typeof cardSchema>;

/** What the guest chose to pay in a currency of their own. `amountMinor` in that currency's minor units; null where it cannot be read. */
export const dccSchema = z.object({ currency: z.string(), amountMinor: z.int().nullable() });
export type Dcc = z.infer<typeof dccSchema>;

export const settlementSchema = z.object({
  charged: z.boolean(),
  by: z.string(),
  reason: z.string(),
  evidence: z.string(),
  at: z.string(),
});

/** One payment as the outside sees it: a line of the export, the `data` of the webhook. Additive changes only. */
export const exportedPaymentSchema = z.object({
  id: z.string(),
  orderId: z.string(),
  requestId: z.string().nullable(),
  originalId: z.string().nullable(),
  kind: z.enum(paymentKinds),
  state: z.enum(paymentStateNames),
  moneyMoved: moneyMovedSchema,
  released: z.boolean(),
  amountMinor: amountMinorSchema,
  chargedMinor: countedMinorSchema,
  tipMinor: countedMinorSchema,
  surchargeMinor: countedMinorSchema,
  currency: z.string(),
  terminalId: z.string().nullable(),
  terminalName: z.string().nullable(),
  pointOfSale: z.string().nullable(),
  reference: z.string(),
  operator: z.string().nullable(),
  stan: z.string().nullable(),
  card: cardSchema.nullable(),
  reason: z.string().nullable(),
  proof: z.enum(['answer', 'lookup', 'person']).nullable(),
  settlement: settlementSchema.nullable(),
  environment: z.enum(environments),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
});
export type ExportedPayment = z.infer<typeof exportedPaymentSchema>;

/** What a lookup showed that proves nothing, in the terms the desk is told. */
export const hintSchema = z.object({
  why: z.enum([
    'no-transaction',
    'rejected-record',
    'no-order-id',
    'foreign-order-id',
    'not-approved',
    'no-amount',
    'other-terminal',
    'unreadable',
  ]),
  amountMinor: z.int().nullable(),
  /** Nets' own words for the time, as they stood in the record. */
  at: z.string().nullable(),
  seenAt: z.string(),
  /** Nets' clock minus this PC's in milliseconds, as that lookup's own answer showed it. Absent where nobody can tell. */
  clockOffsetMs: z.number().exactOptional(),
});
export type Hint = z.infer<typeof hintSchema>;

/** What one tap may fill in for the person who settles a payment. It is still their word. `at`: Nets' own words for the time. */
export const offerSchema = z.object({ verdict: z.literal('not-charged'), at: z.string() });
export type Offer = z.infer<typeof offerSchema>;

/**
 * What is going on right now, for the waiting screen. Durations are milliseconds at the moment of publishing: the
 * screen counts on from there with its own monotonic clock, so that a wall clock that jumps moves no countdown.
 */
export const liveSchema = z.discriminatedUnion('phase', [
  /** `busyAnswers`: how often the terminal has said that it is still busy, and did nothing. */
  z.object({ phase: z.literal('preparing'), busyAnswers: z.int() }),
  z.object({
    phase: z.literal('waiting'),
    writtenMsAgo: z.number().nullable(),
    cancelAskedBy: z.enum(['desk', 'deadline']).nullable(),
    cancelDelivery: z.enum(['under-way', 'delivered', 'failed']).nullable(),
    refresh: z.enum(['idle', 'asking', 'still-running', 'no-answer']),
  }),
  z.object({
    phase: z.literal('checking'),
    cause: z.enum([...lossCauses, 'overwritten']),
    lookupsDone: z.int(),
    lookupsPlanned: z.int(),
    nextLookupInMs: z.number().nullable(),
    asking: z.boolean(),
    lookupFailed: z.boolean(),
    hint: hintSchema.nullable(),
  }),
]);
export type Live = z.infer<typeof liveSchema>;

/** What a rest completes, and how far that is. */
export const completesSchema = z.object({
  paymentId: z.string(),
  reference: z.string(),
  currency: z.string(),
  askedMinor: countedMinorSchema,
  paidMinor: countedMinorSchema,
  leftMinor: countedMinorSchema,
});
export type Completes = z.infer<typeof completesSchema>;

/** What was paid, or may have been, of a payment's rest. */
export const restPartSchema = z.object({
  paymentId: z.string(),
  minor: countedMinorSchema,
  moneyMoved: z.enum(['yes', 'unknown']),
  byHand: z.boolean(),
  at: z.string(),
});
export type RestPart = z.infer<typeof restPartSchema>;

/** A record by hand that was made while a payment was unclear (`byHand`), or that payment: both may be one charge. */
export const besideSchema = z.object({
  paymentId: z.string(),
  byHand: z.boolean(),
  minor: countedMinorSchema,
  moneyMoved: moneyMovedSchema,
  reference: z.string(),
  by: z.string().nullable(),
  at: z.string(),
});
export type Beside = z.infer<typeof besideSchema>;

/** One payment as the renderer sees it. */
export const paymentViewSchema = exportedPaymentSchema.extend({
  live: liveSchema.nullable(),
  hint: hintSchema.nullable(),
  /** Whether `Päivitä` or `Tarkista nyt` can tell anything: not of a void, and not once something newer hides the payment. */
  canLookUp: z.boolean(),
  /** Null where nothing that was seen speaks for a verdict. Never taken by itself. */
  offer: offerSchema.nullable(),
  /** Whether it may be taken back as if it had never been, as this PC knows. */
  voidable: z.boolean(),
  /** What became of an attempt to take it back. The charge stays in its own row. */
  voided: moneyMovedSchema,
  dcc: dccSchema.nullable(),
  /** Where the guest signed: whether somebody has judged it. */
  signature: z.enum(['asked', 'accepted', 'refused', 'let-stand']).nullable(),
  /** Whose word it is that the charge stands although the signature was refused. */
  letStand: z.object({ by: z.string(), reason: z.string(), at: z.string() }).nullable(),
  /** What has gone back of a sale, by proof or by a person's word. What may have gone back is not in it. */
  givenBackMinor: z.int().min(0),
  /** Something of it is on its way back, or may have gone back and nobody knows. */
  goingBack: z.boolean(),
  /** Dated later than now: the PC's clock was wrong when it was made, or is now. In no day's sum before its time. */
  fromFuture: z.boolean(),
  /** What may still be given back of it, as this PC knows: refunds from elsewhere are not seen. 0 where nothing may. */
  refundableMinor: z.int().min(0),
  /** What is still to be collected of the sale that was charged in part; the same on every part of it. 0 where nothing may. */
  restMinor: z.int().min(0),
  rests: z.array(restPartSchema),
  /** On a rest: what it completes. */
  completes: completesSchema.nullable(),
  beside: z.array(besideSchema),
  /** True when an answer arrived but the disk would not take it: the STAN is to be written on paper. */
  unwritten: z.boolean(),
});
export type PaymentView = z.infer<typeof paymentViewSchema>;
