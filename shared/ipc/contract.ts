import { z } from 'zod';
import { checkNames } from '../check-names.ts';
import { checkResultSchema } from '../checks.ts';
import { connectionsSchema, connectionTestSchema, importedFileSchema, savedConnectionsSchema } from '../connections.ts';
import { type posErrorSchema, saleWarningCodes } from '../errors.ts';
import { missingPaymentsSchema } from '../missing-payments.ts';
import { amountMinorSchema, completesSchema, environments, paymentKinds, paymentStateNames, paymentViewSchema } from '../payment.ts';
import { paymentEvidenceSchema } from '../payment-evidence.ts';
import { MAX_REASON_LENGTH, MAX_REFERENCE_LENGTH } from '../reference.ts';
import type { Result } from '../result.ts';
import { terminalDirectorySchema } from '../terminal.ts';
import type { CommandName } from './names.ts';

const idSchema = z.string().min(1).max(64);
const referenceSchema = z.string().max(MAX_REFERENCE_LENGTH);
const lastFourSchema = z.string().regex(/^\d{4}$/);
const attemptSchema = z.string().min(8).max(64);
const nothing = z.null();
/** Each warning at most once. */
const confirmedSchema = z.array(z.enum(saleWarningCodes)).max(saleWarningCodes.length);
/** This PC's terminal as the window showed it when the button was pressed; absent: as the program has it. */
const shownSchema = z
  .object({ terminalId: idSchema, name: z.string().max(200) })
  .nullable()
  .exactOptional();

export const methods = ['card', 'manual'] as const;

/** What the desk has typed but not sent. It lives in the main process, so that a reload of the window loses nothing. */
export const draftSchema = z.object({
  /** Names this form. It is the attempt of the payment that the form becomes; what is saved under a name that is gone is dropped. */
  form: attemptSchema,
  amountText: z.string().max(40),
  reference: z.string().max(MAX_REFERENCE_LENGTH * 4),
  method: z.enum(methods),
  /** The payment that came to nothing and brought its sum and reference back. Null: somebody typed them. */
  from: idSchema.nullable(),
  /** The payment whose rest this is, while the reference stays the same. */
  completesId: idSchema.nullable(),
});
export type Draft = z.infer<typeof draftSchema>;

/** Whether a sale can be started at all, and what stands in the way. */
export const sellingSchema = z.object({
  possible: z.boolean(),
  problem: z
    .enum([
      'not-configured',
      /** Set up without Nets: payments are recorded by hand here, and nothing is amiss. */
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
  /** Whose account has the program open, where that is the problem and the name is known. */
  openBy: z.string().nullable(),
});
export type Selling = z.infer<typeof sellingSchema>;

export const lateApprovalSchema = z.object({
  paymentId: idSchema,
  kind: z.enum(paymentKinds),
  chargedMinor: z.int(),
  /** What has gone back of it meanwhile, never all of it. */
  givenBackMinor: z.int(),
  currency: z.string(),
  reference: z.string(),
  terminalName: z.string().nullable(),
  /** What was recorded by hand while it was unclear; 0 where nothing was. */
  recordedByHandMinor: z.int().min(0),
});
export type LateApproval = z.infer<typeof lateApprovalSchema>;

/**
 * Somebody wants to close while an answer is waited for. `asking`: may the wish to cancel go out? `leaving`: it went, and the
 * answer is waited for a little longer. `charged`: that answer was an approval, and the program closes in a moment.
 * `unwritten`: nothing is waited for, but an end that the disk has not taken would be forgotten.
 */
export const closingSchema = z.object({
  phase: z.enum(['asking', 'unwritten', 'leaving', 'charged']),
  payments: z.array(
    z.object({
      paymentId: idSchema,
      kind: z.enum(paymentKinds),
      amountMinor: z.int(),
      chargedMinor: z.int(),
      currency: z.string(),
      terminalName: z.string().nullable(),
    }),
  ),
});
export type Closing = z.infer<typeof closingSchema>;

/** What is about to be sent to a terminal. Amounts in minor units. */
export const startingSchema = z.object({
  kind: z.enum(['sale', 'refund', 'void']),
  amountMinor: z.int(),
  currency: z.string(),
  terminalName: z.string(),
  /** What the look before it is about: a payment that is unclear there, or one that was declined there a moment ago. */
  lookFor: z.enum(['unclear-before', 'declined-before']).nullable(),
});
export type Starting = z.infer<typeof startingSchema>;

export const deskModeSchema = z.enum(['unconfigured', 'production', 'training']);

export const deskSchema = z.object({
  mode: deskModeSchema,
  environment: z.enum(environments),
  property: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  language: z.enum(['fi', 'sv', 'en']),
  support: z.object({ name: z.string(), phone: z.string() }).nullable(),
  pointOfSale: z.string().nullable(),
  /** Empty: nobody is asked who they are. */
  operators: z.array(z.string()),
  operator: z.string().nullable(),
  /** True when secrets live for this run only, because the system offers no safe storage. */
  secretsForThisRunOnly: z.boolean(),
  selling: sellingSchema,
  draft: draftSchema,
  /** Whose sum and reference stand in the draft, where a payment that came to nothing brought them back. */
  draftFrom: z
    .object({
      paymentId: idSchema,
      state: z.enum(paymentStateNames),
      startedAt: z.string(),
      amountMinor: z.int(),
      reference: z.string(),
    })
    .nullable(),
  /** What the draft completes, where that is known. */
  completes: completesSchema.nullable(),
  /** The payment that has the whole window: waiting, or an outcome nobody has acted on yet. */
  currentPaymentId: z.string().nullable(),
  /** The current payment was only opened to be looked at: nothing on its screen charges, and closing it leaves what is typed. */
  browsing: z.boolean(),
  /** A press that waits for the look before it. Until it has begun or come to nothing, the form belongs to it. */
  starting: startingSchema.nullable(),
  /** May have been charged, and the desk went on without them. In sight on every screen until they are clear. */
  unclearCount: z.int(),
  /** Charged, and nobody has judged the guest's signature, or it was refused and the money is still here. The oldest first, without the current one. */
  openSignatures: z.array(idSchema),
  /** Proven paid after the desk had gone on or had another verdict. Loud until somebody opens them. */
  lateApprovals: z.array(lateApprovalSchema),
  /** Null once a named person has read it. Until then every charge is asked about. */
  missingPayments: missingPaymentsSchema.nullable(),
  /** Null while nobody wants to close the program, or nothing stands in the way. */
  closing: closingSchema.nullable(),
});
export type Desk = z.infer<typeof deskSchema>;
/** The part of the desk that comes from the configuration: never an address, a user name or a secret. */
export type DeskSettings = Pick<
  Desk,
  'mode' | 'environment' | 'property' | 'currency' | 'timeZone' | 'language' | 'support' | 'pointOfSale' | 'operators'
>;

export const todaySchema = z.object({
  /** Whatever is unclear, then the newest of the day; what is dated in the future as well. */
  payments: z.array(paymentViewSchema),
  /** How many older ones of today are not among them; `showMoreToday` brings some. */
  more: z.int(),
  /** Sales and records by hand of today, of whose money the hotel still has some. */
  count: z.int(),
  /** Sales and records less what was given back today. */
  totalMinor: z.int(),
});
export type Today = z.infer<typeof todaySchema>;

export const snapshotSchema = z.object({
  revision: z.int(),
  desk: deskSchema,
  terminals: terminalDirectorySchema,
  today: todaySchema,
  /** The current payment, also when it is not one of today's. */
  current: paymentViewSchema.nullable(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** Each event carries the slices that changed. A gap in the revisions means: ask for a snapshot. */
export const posEventSchema = z.object({
  revision: z.int(),
  desk: deskSchema.optional(),
  terminals: terminalDirectorySchema.optional(),
  today: todaySchema.optional(),
  current: paymentViewSchema.nullable().optional(),
});
export type PosEvent = z.infer<typeof posEventSchema>;

/** The contract. Main, preload, renderer and the test doubles are all derived from this one object. */
export const commands = {
  snapshot: { input: nothing, output: snapshotSchema },
  startTraining: { input: nothing, output: nothing },
  chooseOperator: { input: z.object({ name: z.string().min(1).max(80) }), output: nothing },
  chooseTerminal: { input: z.object({ terminalId: idSchema }), output: nothing },
  /** This PC's place, kept for the machine. Null: none. */
  choosePointOfSale: { input: z.object({ name: z.string().trim().min(1).max(80).nullable() }), output: nothing },
  /** Another account had the journal open and is said to have closed it. */
  openJournal: { input: nothing, output: nothing },
  /** Asks for a provisioning file and takes it into use, or changes nothing. */
  importFile: { input: nothing, output: importedFileSchema },
  savedConnections: { input: nothing, output: savedConnectionsSchema },
  saveConnections: { input: connectionsSchema, output: nothing },
  /** Logs in to Nets and asks for its list, and asks Strapi for its own. Nothing goes to a terminal. */
  testConnections: { input: nothing, output: connectionTestSchema },
  refreshTerminals: { input: nothing, output: nothing },
  saveDraft: { input: draftSchema, output: nothing },
  /**
   * `attempt` names one filled-in form: the same attempt twice is the same payment, however often a button is hit. `mode` is the one
   * that the person saw: a sale of real money never becomes an exercise because the mode changed under the finger.
   */
  startSale: {
    input: z.object({
      attempt: attemptSchema,
      mode: deskModeSchema,
      amountMinor: amountMinorSchema,
      reference: referenceSchema,
      terminalId: idSchema,
      shown: shownSchema,
      /** The payment whose rest this is: never more than what is left of it. */
      completesId: idSchema.nullable().exactOptional(),
      confirmed: confirmedSchema,
    }),
    output: z.object({ paymentId: idSchema }),
  },
  /** Gives back at most what is left of a payment, to the card that is shown at the terminal. The same core as a sale. */
  startRefund: {
    input: z.object({
      attempt: attemptSchema,
      originalId: idSchema,
      amountMinor: amountMinorSchema,
      terminalId: idSchema,
      shown: shownSchema,
      confirmed: confirmedSchema,
    }),
    output: z.object({ paymentId: idSchema }),
  },
  /** Takes a sale back as if it had never been, while it is its terminal's latest transaction. */
  startVoid: {
    input: z.object({ attempt: attemptSchema, originalId: idSchema }),
    output: z.object({ paymentId: idSchema }),
  },
  /** The desk compared the guest's signature with the card. A refused one begins the void of that sale. */
  judgeSignature: { input: z.object({ paymentId: idSchema, accepted: z.boolean() }), output: nothing },
  /** A named person lets the charge stand although the signature was refused. */
  letSignatureStand: {
    input: z.object({ paymentId: idSchema, by: z.string().min(1).max(80), reason: z.string().min(1).max(MAX_REASON_LENGTH) }),
    output: nothing,
  },
  /** More of today's rows are wanted in the list. */
  showMoreToday: { input: nothing, output: nothing },
  cancelPayment: { input: z.object({ paymentId: idSchema }), output: nothing },
  refreshPayment: { input: z.object({ paymentId: idSchema }), output: nothing },
  releasePayment: { input: z.object({ paymentId: idSchema }), output: nothing },
  /** `shown` is the state that stood on the screen. */
  closeOutcome: { input: z.object({ paymentId: idSchema, shown: z.enum(paymentStateNames), keepDraft: z.boolean() }), output: nothing },
  showPayment: { input: z.object({ paymentId: idSchema }), output: nothing },
  recordManual: {
    input: z.object({
      attempt: attemptSchema,
      mode: deskModeSchema,
      amountMinor: amountMinorSchema,
      reference: referenceSchema,
      lastFour: lastFourSchema,
      receipt: z.string().min(1).max(40),
      reason: z.string().min(1).max(MAX_REASON_LENGTH),
      completesId: idSchema.nullable().exactOptional(),
      confirmed: confirmedSchema,
    }),
    output: z.object({ paymentId: idSchema }),
  },
  /** A named person's word where nothing can be proven any more. It stays marked as one. */
  settlePayment: {
    input: z.object({
      paymentId: idSchema,
      by: z.string().min(1).max(80),
      reason: z.string().min(1).max(MAX_REASON_LENGTH),
      verdict: z.discriminatedUnion('charged', [
        z.object({ charged: z.literal(true), receipt: z.string().min(1).max(40), lastFour: lastFourSchema }),
        z.object({ charged: z.literal(false) }),
      ]),
    }),
    output: nothing,
  },
  /** A named person has read what may be missing. `to` is the end of it as the window showed it. */
  missingPaymentsRead: { input: z.object({ by: z.string().min(1).max(80), to: z.string().max(40) }), output: nothing },
  /** `shown` says that the question stands on the screen; the other two answer it. */
  answerClosing: { input: z.object({ answer: z.enum(['shown', 'stay', 'leave']) }), output: nothing },
  /** One of support's checks. `terminalId` null: this PC's own terminal. */
  runCheck: { input: z.object({ name: z.enum(checkNames), terminalId: idSchema.nullable() }), output: checkResultSchema },
  paymentEvidence: { input: z.object({ paymentId: idSchema }), output: paymentEvidenceSchema },
} as const satisfies Record<CommandName, { input: z.ZodType; output: z.ZodType }>;

export type CommandInput<N extends CommandName> = z.infer<(typeof commands)[N]['input']>;
export type CommandOutput<N extends CommandName> = z.infer<(typeof commands)[N]['output']>;
export type CommandResult<N extends CommandName> = Result<CommandOutput<N>, z.infer<typeof posErrorSchema>>;

/** `window.pos`: one named function a command, and one stream of events. */
export type PosApi = {
  readonly [N in CommandName]: (input: CommandInput<N>) => Promise<CommandResult<N>>;
} & { readonly onEvent: (listener: (event: PosEvent) => void) => () => void };
