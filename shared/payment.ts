import { z } from 'zod';
import { MAX_AMOUNT_MINOR } from './money.ts';
import { lossCauses } from './reasons.ts';

/** The names of the payment states. `electron/payments/core/state.ts` says what each means for the money. */
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

/** What the guest chose to pay in their own currency. `amountMinor` in that currency's minor units; null if it cannot be read. */
export const dccSchema = z.object({ currency: z.string(), amountMinor: z.int().nullable() });
export type Dcc = z.infer<typeof dccSchema>;

export const settlementSchema = z.object({
  charged: z.boolean(),
  by: z.string(),
  reason: z.string(),
  evidence: z.string(),
  at: z.string(),
});

/** One payment for the outside: a line of the export, the `data` of the webhook. Members may be added, never removed or changed. */
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

/** What a lookup showed that proves nothing, in the words for the desk. */
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
  /** The time as Nets wrote it in the record. */
  at: z.string().nullable(),
  seenAt: z.string(),
  /** Nets' clock minus this PC's in milliseconds, from that lookup's own answer. Absent if it is not known. */
  clockOffsetMs: z.number().exactOptional(),
});
export type Hint = z.infer<typeof hintSchema>;

/** What one tap fills in for the person who settles a payment. It is still that person's word. `at`: the time as Nets wrote it. */
export const offerSchema = z.object({ verdict: z.literal('not-charged'), at: z.string() });
export type Offer = z.infer<typeof offerSchema>;

/**
 * What is going on now, for the waiting screen. Durations are milliseconds at the moment of publishing. The screen counts on with its own
 * monotonic clock, so that a change of the wall clock does not move a countdown.
 */
export const liveSchema = z.discriminatedUnion('phase', [
  /** `busyAnswers`: how often the terminal answered that it is busy and did nothing. */
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

/** The payment that a rest completes, and how much of it is paid. */
export const completesSchema = z.object({
  paymentId: z.string(),
  reference: z.string(),
  currency: z.string(),
  askedMinor: countedMinorSchema,
  paidMinor: countedMinorSchema,
  leftMinor: countedMinorSchema,
});
export type Completes = z.infer<typeof completesSchema>;

/** A payment of the rest: paid, or maybe paid. */
export const restPartSchema = z.object({
  paymentId: z.string(),
  minor: countedMinorSchema,
  moneyMoved: z.enum(['yes', 'unknown']),
  byHand: z.boolean(),
  at: z.string(),
});
export type RestPart = z.infer<typeof restPartSchema>;

/** A record by hand that was made while a payment was unclear (`byHand`), or that unclear payment: both may be the same charge. */
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

/** One payment for the renderer. */
export const paymentViewSchema = exportedPaymentSchema.extend({
  live: liveSchema.nullable(),
  hint: hintSchema.nullable(),
  /** Whether `Päivitä` or `Tarkista nyt` can find something out: not for a void, and not after a newer transaction hides the payment. */
  canLookUp: z.boolean(),
  /** Null if no lookup points to a verdict. The program never acts on it by itself. */
  offer: offerSchema.nullable(),
  /** Whether it can be voided, as far as this PC knows. */
  voidable: z.boolean(),
  /** What a void of it did. The charge stays in its own row. */
  voided: moneyMovedSchema,
  dcc: dccSchema.nullable(),
  /** If the guest signed: whether somebody has judged the signature. */
  signature: z.enum(['asked', 'accepted', 'refused', 'let-stand']).nullable(),
  /** Who decided to keep the charge although the signature was refused. */
  letStand: z.object({ by: z.string(), reason: z.string(), at: z.string() }).nullable(),
  /** For a refund: the card that its sale charged, as far as it is known. Another one may have got the money. */
  originalCard: cardSchema.nullable(),
  /** Charged, or given back, although the desk had asked to cancel. */
  despiteCancel: z.boolean(),
  /** What was given back of a sale, by proof or by a person's word; without what may have been given back. */
  reversedMinor: z.int().min(0),
  /** Money of it is being given back, or may have been and nobody knows. */
  reversing: z.boolean(),
  /** Dated later than now: the PC's clock was wrong then or is wrong now. It is in no day's sum before its time. */
  fromFuture: z.boolean(),
  /** What may still be given back, as far as this PC knows: refunds made elsewhere are not seen. 0 if nothing. */
  refundableMinor: z.int().min(0),
  /** What is still to be collected of a sale that was charged in part; the same on every part of it. 0 if nothing. */
  restMinor: z.int().min(0),
  rests: z.array(restPartSchema),
  /** For a rest: what it completes. */
  completes: completesSchema.nullable(),
  beside: z.array(besideSchema),
  /** True if an answer came but could not be written to the disk: the STAN must be written on paper. */
  unwritten: z.boolean(),
});
export type PaymentView = z.infer<typeof paymentViewSchema>;
