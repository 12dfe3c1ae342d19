import { z } from 'zod';
import { cardSchema, dccSchema, hintSchema, settlementSchema } from '../../shared/payment.ts';
import { lossCauses, refusalReasons } from '../../shared/reasons.ts';
import type { PaymentEvent } from '../payments/core/events.ts';
import type { WireEvidence } from '../payments/core/outcome.ts';
import type { PaymentState } from '../payments/core/state.ts';
import type { Cardless } from './card-data.ts';

// The core's types again, as schemas that check values. Members that the core does not know are refused, also when writing, so that nothing
// unexpected (such as a card number in an extra member) reaches the disk. Stored rows are kept for ever: a change here needs a migration,
// see migrations.ts.

const minor = z.int().min(0);
const lossCause = z.enum(lossCauses);
const refusalReason = z.enum(refusalReasons);

const letStandMembers = { by: z.string(), reason: z.string(), at: z.string() };
const approvalMembers = {
  chargedMinor: minor,
  tipMinor: minor,
  surchargeMinor: minor,
  stan: z.string().nullable(),
  card: cardSchema.nullable(),
  signature: z.enum(['asked', 'accepted', 'refused', 'let-stand']).exactOptional(),
  letStand: z.strictObject(letStandMembers).exactOptional(),
  dcc: dccSchema.exactOptional(),
};
const approval = z.strictObject(approvalMembers);

const stateSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('created'), busyAnswers: z.int().min(1).exactOptional() }),
  z.strictObject({ name: z.literal('sent'), written: z.boolean(), busyAnswers: z.int().min(1).exactOptional() }),
  z.strictObject({
    name: z.literal('cancelling'),
    written: z.boolean(),
    by: z.enum(['desk', 'deadline']),
    delivery: z.enum(['held', 'under-way', 'delivered', 'failed']),
  }),
  z.strictObject({
    name: z.literal('checking'),
    cause: lossCause,
    lookupsDone: z.int().min(0),
    hint: hintSchema.nullable(),
    wishedBy: z.enum(['desk', 'deadline']).exactOptional(),
  }),
  z.strictObject({ name: z.literal('approved'), proof: z.enum(['answer', 'lookup']), ...approvalMembers }),
  z.strictObject({ name: z.literal('declined'), hostCode: z.string().nullable() }),
  z.strictObject({ name: z.literal('cancelled'), by: z.enum(['desk', 'guest']) }),
  z.strictObject({ name: z.literal('timed-out') }),
  z.strictObject({ name: z.literal('refused'), reason: refusalReason }),
  z.strictObject({ name: z.literal('unresolved'), cause: z.enum([...lossCause.options, 'overwritten']), hint: hintSchema.nullable() }),
  z.strictObject({ name: z.literal('settled-by-person'), settlement: settlementSchema, approval: approval.nullable() }),
]);

const recordSchema = z.strictObject({
  // Stored as they were received: a strange number is evidence, not a reason to refuse the row.
  result: z.number().nullable(),
  totalMinor: z.number().nullable(),
  tipMinor: z.number().nullable(),
  surchargeMinor: z.number().nullable(),
  orderId: z.string().nullable(),
  stan: z.string().nullable(),
  timeStamp: z.string().nullable(),
  card: cardSchema.nullable(),
  responseCode: z.string().nullable(),
  cvm: z.string().nullable(),
  sessionNumber: z.string().nullable(),
  terminalId: z.string().exactOptional(),
  dcc: dccSchema.exactOptional(),
});

const saleOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('approved'), approval }),
  z.strictObject({
    kind: z.literal('rejected'),
    how: z.enum(['cancelled', 'timed-out', 'host', 'unstated']),
    hostCode: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('refused'), reason: refusalReason }),
  z.strictObject({ kind: z.literal('unknown'), cause: lossCause }),
]);

const lookupAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('record'), record: recordSchema, clockOffsetMs: z.number().exactOptional() }),
  z.strictObject({ kind: z.literal('no-transaction') }),
  z.strictObject({ kind: z.literal('unreadable') }),
  z.strictObject({
    kind: z.literal('unreachable'),
    retryAfterMs: z.number().exactOptional(),
    terminal: z.enum(['busy', 'not-connected']).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('not-authorised') }),
]);

const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('started') }),
  z.strictObject({ type: z.literal('original-looked-up'), answer: lookupAnswer, shown: z.boolean() }),
  z.strictObject({ type: z.literal('cleared') }),
  z.strictObject({ type: z.literal('stopped-before-sending'), reason: refusalReason }),
  z.strictObject({ type: z.literal('request-written') }),
  z.strictObject({ type: z.literal('answered'), outcome: saleOutcome }),
  z.strictObject({ type: z.literal('cancel-asked') }),
  z.strictObject({ type: z.literal('cancel-answered'), delivered: z.boolean() }),
  z.strictObject({ type: z.literal('deadline-passed') }),
  z.strictObject({ type: z.literal('given-up') }),
  z.strictObject({ type: z.literal('lookup-due') }),
  z.strictObject({ type: z.literal('busy-wait-over') }),
  z.strictObject({
    type: z.literal('looked-up'),
    answer: lookupAnswer,
    scheduled: z.boolean(),
    sinceLossMs: z.number(),
    seenAt: z.string(),
  }),
  z.strictObject({ type: z.literal('restarted') }),
  z.strictObject({ type: z.literal('released') }),
  z.strictObject({ type: z.literal('overwritten') }),
  z.strictObject({ type: z.literal('settled'), settlement: settlementSchema }),
  z.strictObject({ type: z.literal('signature-judged'), accepted: z.boolean(), by: z.string() }),
  z.strictObject({ type: z.literal('signature-let-stand'), ...letStandMembers }),
]);

const evidenceSchema = z.strictObject({
  status: z.number().nullable(),
  elapsedMs: z.number(),
  bodySha256: z.string().nullable(),
  bodyBytes: z.number(),
  record: recordSchema.nullable(),
  failureText: z.string().nullable(),
  transport: z.string().nullable(),
});

/**
 * One kind of JSON in the journal. Reading and writing are typed by the core and by the schema: if one of them has a variant or member that
 * the other lacks, this file does not compile. The written JSON holds no card: that is in a table of its own (card-data.ts). Older schemas
 * had the card here, and can be read. Both functions throw ZodError. The check before writing takes microseconds and prevents that a bug
 * makes the journal unreadable.
 */
export const storedState = {
  write: (state: Cardless<PaymentState>): string => JSON.stringify(stateSchema.parse(state satisfies z.infer<typeof stateSchema>)),
  read: (json: string): PaymentState => stateSchema.parse(JSON.parse(json)),
};
export const storedEvent = {
  write: (event: Cardless<PaymentEvent>): string => JSON.stringify(eventSchema.parse(event satisfies z.infer<typeof eventSchema>)),
  read: (json: string): PaymentEvent => eventSchema.parse(JSON.parse(json)),
};
export const storedEvidence = {
  write: (evidence: Cardless<WireEvidence>): string =>
    JSON.stringify(evidenceSchema.parse(evidence satisfies z.infer<typeof evidenceSchema>)),
  read: (json: string): WireEvidence => evidenceSchema.parse(JSON.parse(json)),
};
