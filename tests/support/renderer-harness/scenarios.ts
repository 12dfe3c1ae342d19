import type { CheckName } from '../../../shared/check-names.ts';
import type { CheckResult } from '../../../shared/checks.ts';
import type { ClosedDay } from '../../../shared/day-close.ts';
import type { PosError, PosErrorCode } from '../../../shared/errors.ts';
import type { LateApproval } from '../../../shared/ipc/attention.ts';
import type { Closing } from '../../../shared/ipc/closing.ts';
import type { Snapshot } from '../../../shared/ipc/contract.ts';
import type { ClosedDayEntry, DayToClose } from '../../../shared/ipc/day-close.ts';
import type { Live, PaymentView } from '../../../shared/payment.ts';
import type { ReceiptView } from '../../../shared/receipt.ts';
import type { TerminalDirectory } from '../../../shared/terminal.ts';
import { emptyTotals, openItemsOfDay, sampleDay, terminalsOfADay } from './sample-day.ts';
import {
  approved,
  MORNING,
  manyTerminals,
  notCharged,
  recorded,
  red,
  sampleDesk,
  samplePayment,
  samplePayments,
  sampleRequest,
  sampleSnapshot,
  sampleTerminal,
  sampleTerminals,
  settledBy,
} from './sample-desk.ts';
import { receiptToSign } from './sample-receipt.ts';

export type Scenario = {
  readonly snapshot: Snapshot;
  readonly saleFails?: PosError;
  /** The first record by hand; one that answers a question goes through. */
  readonly recordFails?: PosError;
  readonly refreshFails?: PosError;
  readonly receipt?: ReceiptView;
  readonly printFails?: PosError;
  readonly day?: DayToClose;
  readonly closedDay?: ClosedDay;
  readonly closedDays?: readonly ClosedDayEntry[];
  readonly checks?: Partial<Record<CheckName, CheckResult>>;
};

const waiting = (more: Partial<Extract<Live, { phase: 'waiting' }>>): PaymentView =>
  samplePayment({
    live: { phase: 'waiting', writtenMsAgo: 26_000, cancelAskedBy: null, cancelDelivery: null, refresh: 'idle', ...more },
  });
const checking = (more: Partial<Extract<Live, { phase: 'checking' }>>, payment: Partial<PaymentView> = {}): PaymentView =>
  samplePayment({
    state: 'checking',
    live: {
      phase: 'checking',
      cause: 'answer-lost',
      lookupsDone: 1,
      lookupsPlanned: 5,
      nextLookupInMs: 6_000,
      asking: false,
      lookupFailed: false,
      hint: null,
      ...more,
    },
    ...payment,
  });
const closing = (phase: Closing['phase'], ...more: readonly Partial<Closing['payments'][number]>[]): Closing => {
  const { id: paymentId, kind, amountMinor, currency, terminalName } = samplePayment({});
  const first = { paymentId, kind, amountMinor, chargedMinor: phase === 'charged' ? amountMinor : 0, currency, terminalName };
  return { phase, payments: [first, ...more.map((change) => ({ ...first, ...change }))] };
};
const hint = {
  why: 'rejected-record',
  amountMinor: 12_850,
  at: '2026-11-23T09:42:31',
  seenAt: `${MORNING}45:00.000Z`,
} as const;
const overwritten = (more: Partial<PaymentView> = {}): PaymentView =>
  samplePayment({ state: 'unresolved', reason: 'overwritten', hint, ...more });
const unseen = { at: `${MORNING}42:10.000Z`, why: 'unreachable' } as const;
const notChargedBy = { paymentId: 'p-2044', by: 'Maija V.', reason: 'Kuitissa ei näy tätä maksua.', verdict: { charged: false } } as const;
const completes = {
  paymentId: 'root',
  reference: 'R-2044 · Mäkinen',
  currency: 'EUR',
  askedMinor: 10_000,
  paidMinor: 6_000,
  leftMinor: 4_000,
};
const restPart = { paymentId: 'rest', minor: 4_000, moneyMoved: 'yes', byHand: false, at: '2026-11-23T07:45:00.000Z' } as const;
const besideUnclear: PaymentView['beside'][number] = {
  paymentId: 'unclear',
  byHand: false,
  minor: 12_850,
  moneyMoved: 'unknown',
  reference: 'R-2044 · Mäkinen',
  by: 'Maija V.',
  at: '2026-11-23T07:40:00.000Z',
};
const lateApproval: LateApproval = {
  paymentId: 't5',
  kind: 'sale',
  chargedMinor: 4_200,
  reversedMinor: 0,
  currency: 'EUR',
  reference: 'R-1001',
  manualEntriesMinor: 0,
  terminalName: 'Päätelaite I',
};
const lateApprovals = [lateApproval];
const emptyDraft = { form: 'form-0001', amountText: '', reference: '', method: 'card', from: null, completesId: null } as const;
const draft = {
  form: 'form-0001',
  amountText: '128,50',
  reference: 'R-2044 · Mäkinen',
  method: 'card',
  from: null,
  completesId: null,
} as const;
const error = (code: PosErrorCode, more: Partial<PosError> = {}): PosError => ({
  code,
  moneyMoved: 'no',
  retry: 'safe',
  ref: 'K7Q2-91',
  ...more,
});
const showing = (current: PaymentView): Scenario => ({
  snapshot: sampleSnapshot({ current, desk: { draft: emptyDraft } }),
});
const chosen = (terminal: ReturnType<typeof sampleTerminal>): Scenario => ({
  snapshot: sampleSnapshot({ desk: { draft }, terminals: { ...sampleTerminals, chosen: terminal } }),
});

const silent = (lastKnown: 'ready' | 'not-connected') => ({ ...red('nets-unreachable'), lastKnown });
const withoutNets = sampleTerminal(1, 'Päätelaite I', silent('ready'));
const offline: TerminalDirectory = {
  sections: [
    { pointOfSale: 'Vastaanotto', terminals: [withoutNets, sampleTerminal(2, 'Päätelaite II', silent('not-connected'))] },
    {
      pointOfSale: null,
      terminals: [sampleTerminal(4, 'Päätelaite IV', red('inactive'), { pointOfSale: 'Rantasauna', location: 'Pukuhuone' })],
    },
  ],
  chosen: withoutNets,
  nets: 'unreachable',
  strapi: 'unreachable',
  definedAsOf: `${MORNING}31:00.000Z`,
};

const lackingSecrets = { light: 'red', reason: 'secrets-missing', asOf: `${MORNING}31:00.000Z`, lastKnown: 'ready' } as const;
/** Another account's start: it finds the terminal, and not the log-in. */
const withoutSecrets: TerminalDirectory = {
  ...offline,
  sections: offline.sections.map((section) => ({
    ...section,
    terminals: section.terminals.map((terminal) => (terminal.active ? { ...terminal, status: lackingSecrets } : terminal)),
  })),
  chosen: { ...withoutNets, status: lackingSecrets },
  nets: 'secrets-missing',
  strapi: 'secrets-missing',
};
const noSecrets = sampleSnapshot({
  desk: { draft, selling: { possible: false, problem: 'secrets-missing', openBy: null } },
  terminals: withoutSecrets,
});

/** One row of each meaning, for the list and for comparing. */
const outcomeRows: readonly PaymentView[] = [
  approved({ id: 'o1', reference: 'R-2101 · Virtanen' }),
  approved({ id: 'o2', kind: 'refund', reference: 'R-2102', amountMinor: 5_500, refundableMinor: 0 }),
  approved({ id: 'o3', kind: 'void', reference: 'R-2103', amountMinor: 5_500, refundableMinor: 0 }),
  approved({ id: 'o4', reference: 'R-2103', amountMinor: 5_500, voided: 'yes', reversedMinor: 5_500, refundableMinor: 0 }),
  approved({ id: 'o5', reference: 'R-2105', chargedMinor: 10_000, restMinor: 2_850 }),
  approved({ id: 'o6', reference: 'R-2106', chargedMinor: 14_000 }),
  approved({ id: 'o7', reference: 'R-2107', signature: 'asked' }),
  approved({ id: 'o8', reference: 'R-2108', signature: 'refused' }),
  approved({ id: 'o9', reference: 'R-2109', released: true, proof: 'lookup' }),
  approved({ id: 'o10', reference: 'R-2110', despiteCancel: true, voidable: true }),
  approved({ id: 'o11', reference: 'R-2111', voided: 'unknown', reversing: true }),
  recorded({ id: 'o12', reference: 'R-2112' }),
  recorded({ id: 'o13', kind: 'sale', reference: 'R-2113' }),
  settledBy(overwritten({ id: 'o14', reference: 'R-2114' }), notChargedBy),
  notCharged('declined', 'host-51', { id: 'o15', reference: 'R-2115' }),
  notCharged('cancelled', 'by-desk', { id: 'o16', reference: 'R-2116' }),
  notCharged('cancelled', 'by-guest', { id: 'o17', reference: 'R-2117' }),
  notCharged('timed-out', 'timeout', { id: 'o18', reference: 'R-2118' }),
  notCharged('refused', 'busy', { id: 'o19', reference: 'R-2119' }),
  notCharged('refused', 'not-connected', { id: 'o20', reference: 'R-2120' }),
  overwritten({ id: 'o21', reference: 'R-2121' }),
];

const refused = { signature: 'refused', reference: 'R-2044 · Mäkinen' } as const;
/** What has become of a payment's money since: in the list, opened, and what is still to be done. */
const worthScenarios = {
  'list-worth': {
    snapshot: sampleSnapshot({
      desk: { draft, openSignatures: ['w4', 'w5'] },
      more: 50,
      payments: [
        samplePayment({ id: 'w0', state: 'unresolved', reference: 'R-2001', startedAt: `${MORNING}01:00.000Z` }),
        approved({ id: 'w1', reference: 'R-2050 · Koski', fromFuture: true, startedAt: '2026-11-26T07:40:00.000Z' }),
        approved({ id: 'w2', kind: 'void', reference: 'R-2049', amountMinor: 5_500 }),
        approved({ id: 'w3', reference: 'R-2049', amountMinor: 5_500, voided: 'yes', reversedMinor: 5_500, refundableMinor: 0 }),
        approved({ id: 'w4', ...refused }),
        approved({ id: 'w5', ...refused, reference: 'R-2043', voided: 'unknown', reversing: true, refundableMinor: 0 }),
        approved({ id: 'w6', kind: 'refund', reference: 'R-2041', amountMinor: 5_500, chargedMinor: 4_000 }),
        approved({ id: 'w7', reference: 'R-2041', amountMinor: 5_500, reversedMinor: 4_000, refundableMinor: 1_500 }),
        approved({ id: 'w8', reference: 'R-2040 · Laine', amountMinor: 1_990, reversedMinor: 1_990, refundableMinor: 0 }),
      ],
    }),
  },
  'refund-other-sum': showing(approved({ kind: 'refund', amountMinor: 5_500, chargedMinor: 4_000, refundableMinor: 0 })),
  refunded: showing(approved({ reversedMinor: 12_850, refundableMinor: 0 })),
  'refunded-partly': showing(approved({ reversedMinor: 4_000, refundableMinor: 8_850 })),
  'from-future': showing(approved({ fromFuture: true, endedAt: '2026-11-26T07:42:20.000Z' })),
  'void-not-sent': showing(notCharged('refused', 'not-latest', { kind: 'void', originalId: 'w4' })),
  'signature-refused-later': {
    snapshot: sampleSnapshot({ current: approved({ ...refused, voidable: false }), desk: { openSignatures: ['w5'] } }),
  },
  'signature-let-stand': showing(
    approved({
      signature: 'let-stand',
      letStand: { by: 'Maija V.', reason: 'Asiakas todisti henkilöllisyytensä passilla.', at: `${MORNING}44:00.000Z` },
    }),
  ),
  'let-stand-nameless': {
    snapshot: sampleSnapshot({ current: approved({ ...refused, voidable: true }), desk: { operator: null, operators: [] } }),
  },
} as const;

export const scenarios = {
  'first-start': {
    snapshot: sampleSnapshot({ desk: { mode: 'unconfigured', property: '', pointOfSale: null, operators: [], operator: null } }),
  },
  operator: { snapshot: sampleSnapshot({ desk: { operator: null } }) },
  'operator-many': {
    snapshot: sampleSnapshot({
      desk: {
        operator: null,
        operators: [...sampleDesk.operators, ...Array.from({ length: 14 }, (_, index) => `Kausityöntekijä ${index + 1}`)],
      },
    }),
  },
  sale: { snapshot: sampleSnapshot({ desk: { draft } }) },
  day: { snapshot: sampleSnapshot(), day: sampleDay() },
  'day-open': {
    snapshot: sampleSnapshot({ desk: { operator: null, operators: [] } }),
    day: sampleDay({ open: [...openItemsOfDay], earlier: ['2026-11-22', '2026-11-20'], isOver: true, terminals: terminalsOfADay }),
    closedDays: [],
  },
  'day-empty': {
    snapshot: sampleSnapshot({ payments: [] }),
    day: sampleDay({ totals: emptyTotals, terminals: [] }),
    closedDays: [],
  },
  'sale-empty': { snapshot: sampleSnapshot({ payments: [], terminals: { ...sampleTerminals, chosen: null, nets: 'unknown' } }) },
  'sale-many': {
    snapshot: sampleSnapshot({
      desk: {
        draft,
        property: 'Hiihtokeskus- ja kylpylähotelli Pohjoisen Revontulirinteet',
        pointOfSale: 'Kylpyläosaston asiakaspalvelupiste',
        operator: 'Anna-Kaisa Hämäläinen-Korhonen',
      },
      terminals: { ...sampleTerminals, nets: 'not-authorised' },
      payments: [
        ...samplePayments,
        notCharged('refused', 'not-connected', {
          id: 'm1',
          reference: 'Varausnumero 2026-11-23-000123 · Kansainvälinen kulttuurimatkailuseura ry',
        }),
        notCharged('timed-out', 'timeout', { id: 'm2', reference: '' }),
        approved({
          id: 'm3',
          amountMinor: 99_999_999,
          reference: 'R-9 · Iso ryhmä',
          card: { brand: 'VISA DEBIT CONTACTLESS', last4: '4242' },
        }),
        approved({ id: 'm4', amountMinor: 1_250, chargedMinor: 1_000 }),
        samplePayment({ id: 'm5', state: 'unresolved', reference: 'R-2001', amountMinor: 1_000, startedAt: `${MORNING}01:00.000Z` }),
        ...Array.from({ length: 20 }, (_, index) => approved({ id: `x${index}`, reference: `R-19${index}`, amountMinor: 1_000 + index })),
      ],
    }),
  },
  'sale-red': chosen(sampleTerminal(2, 'Päätelaite II', red('unknown-id'))),
  'sale-inactive': chosen(sampleTerminal(4, 'Päätelaite IV', red('inactive'))),
  'sale-missing': chosen(sampleTerminal(9, 'Kylpylähotellinvastaanottopäätelaite', red('missing'), { location: '', pointOfSale: null })),
  'sale-blocked': { snapshot: sampleSnapshot({ desk: { draft, selling: { possible: false, problem: 'journal-damaged', openBy: null } } }) },
  'sale-payments-missing': {
    snapshot: sampleSnapshot({
      desk: { draft, operator: null, operators: [], missingPayments: { from: '2026-11-22T19:40:00.000Z', to: `${MORNING}12:00.000Z` } },
    }),
  },
  'sale-settings-lost': {
    snapshot: sampleSnapshot({
      desk: {
        draft: { ...draft, method: 'manual' },
        mode: 'unconfigured',
        property: 'Willba POS',
        pointOfSale: null,
        operators: [],
        operator: null,
        selling: { possible: false, problem: 'settings-damaged', openBy: null },
      },
    }),
  },
  'sale-open-elsewhere': {
    snapshot: sampleSnapshot({ desk: { draft, selling: { possible: false, problem: 'journal-in-use', openBy: 'jussi.korhonen' } } }),
  },
  'sale-no-secrets': { snapshot: noSecrets },
  'picker-no-secrets': { snapshot: noSecrets },
  'sale-unreadable': {
    snapshot: sampleSnapshot({ desk: { draft, selling: { possible: false, problem: 'journal-unreadable', openBy: null } } }),
  },
  'sale-fails': { snapshot: sampleSnapshot({ desk: { draft } }), saleFails: error('terminal-held') },
  'sale-confirm': {
    snapshot: sampleSnapshot({ desk: { draft } }),
    saleFails: error('confirmation-needed', { warnings: ['same-reference-paid', 'terminal-has-unclear'] }),
  },
  'sale-brought-back': {
    snapshot: sampleSnapshot({
      desk: {
        draft: { ...draft, from: 'p-2044' },
        draftFrom: {
          paymentId: 'p-2044',
          state: 'declined',
          startedAt: `${MORNING}42:10.000Z`,
          amountMinor: 12_850,
          reference: 'R-2044 · Mäkinen',
        },
      },
    }),
  },
  'sale-just-charged': {
    snapshot: sampleSnapshot({ desk: { draft: { ...draft, reference: '' } } }),
    saleFails: error('confirmation-needed', {
      warnings: ['same-sum-just-charged'],
      justCharged: {
        amountMinor: 12_850,
        currency: 'EUR',
        at: `${MORNING}42:10.000Z`,
        terminalName: 'Päätelaite I',
        manual: false,
        certain: true,
      },
    }),
  },
  'sale-elsewhere': {
    snapshot: sampleSnapshot({ desk: { draft } }),
    saleFails: error('confirmation-needed', {
      warnings: ['same-reference-elsewhere'],
      elsewhere: {
        ...{ desk: 'Rantasaunan kahvio', terminalName: 'Saunan päätelaite', amountMinor: 12_850, currency: 'EUR' },
        ...{ at: `${MORNING}42:10.000Z`, state: 'charged', manual: false, others: 2 },
      },
    }),
  },
  'sale-elsewhere-running': {
    snapshot: sampleSnapshot({ desk: { draft } }),
    saleFails: error('confirmation-needed', {
      warnings: ['same-reference-paid', 'same-reference-elsewhere'],
      elsewhere: {
        ...{ desk: null, terminalName: null, amountMinor: 12_850, currency: 'EUR' },
        ...{ at: '2026-11-20T15:42:10.000Z', state: 'running', manual: false, others: 0 },
      },
    }),
  },
  'sale-unseen': { snapshot: sampleSnapshot({ desk: { draft }, otherDesks: { unseen } }) },
  'waiting-unseen': { snapshot: sampleSnapshot({ current: waiting({}), otherDesks: { unseen } }) },
  'unclear-begun': {
    snapshot: sampleSnapshot({
      current: checking({}, { id: 'open' }),
      otherDesks: {
        begun: [
          { paymentId: 'open', desk: 'Rantasaunan kahvio', at: `${MORNING}42:10.000Z` },
          { paymentId: 'open', desk: null, at: `${MORNING}41:10.000Z` },
        ],
      },
    }),
  },
  'checks-other-desks': {
    snapshot: sampleSnapshot({
      desk: { draft },
      terminals: offline,
      otherDesks: { unseen, count: 3, last: { at: `${MORNING}40:10.000Z`, status: 403, code: null } },
    }),
  },
  'sale-starting': {
    snapshot: sampleSnapshot({
      desk: {
        draft,
        starting: { kind: 'sale', amountMinor: 12_850, currency: 'EUR', terminalName: 'Päätelaite I', lookFor: 'declined-before' },
      },
    }),
  },
  'sale-willba-waits': {
    snapshot: sampleSnapshot({
      desk: { draft, unclearCount: 2, openSignatures: ['w1'] },
      willba: {
        count: 1_204,
        waiting: samplePayments.map(({ id }) => id),
        last: { at: `${MORNING}31:00.000Z`, status: null, code: 'ECONNREFUSED' },
      },
    }),
  },
  'outcome-willba-waits': { snapshot: sampleSnapshot({ current: approved({ id: 'paid' }), willba: { count: 1, waiting: ['paid'] } }) },
  'unclear-willba-waits': { snapshot: sampleSnapshot({ current: checking({}, { id: 'open' }), willba: { count: 1, waiting: ['open'] } }) },
  'sale-request': {
    snapshot: sampleSnapshot({ desk: { draft: { ...draft, amountText: '128,50', reference: 'R-2044' }, request: sampleRequest() } }),
  },
  'sale-request-again': {
    snapshot: sampleSnapshot({
      desk: {
        draft: { ...draft, amountText: '128,50', reference: 'R-2044', from: 't2' },
        draftFrom: { paymentId: 't2', state: 'declined', startedAt: `${MORNING}36:00.000Z`, amountMinor: 12_850, reference: 'R-2044' },
        request: sampleRequest({ guest: 'Anna-Kaisa Hämäläinen-Korhonen, Rautatientori Konferenssit Oy' }),
      },
      requests: { waiting: [sampleRequest({ id: 'req-2', amountMinor: 4_200, reference: 'R-2027', guest: null })] },
    }),
  },
  'sale-requests-wait': {
    snapshot: sampleSnapshot({
      desk: { draft },
      requests: {
        waiting: [2045, 2046, 2047, 2048, 2049, 2050].map((number) =>
          sampleRequest({ id: `req-${number}`, amountMinor: number * 7, reference: `R-${number}` }),
        ),
      },
    }),
  },
  'sale-link-refused': {
    snapshot: sampleSnapshot({ desk: { draft }, requests: { refused: { number: 1, why: 'signature', at: `${MORNING}31:00.000Z` } } }),
  },
  'waiting-requests': {
    snapshot: sampleSnapshot({
      current: waiting({}),
      requests: { waiting: [sampleRequest()], refused: { number: 1, why: 'expired-by-wrong-clock', at: `${MORNING}31:00.000Z` } },
    }),
  },
  'first-start-link': {
    snapshot: sampleSnapshot({
      desk: { mode: 'unconfigured', selling: { possible: false, problem: 'not-configured', openBy: null } },
      requests: { refused: { number: 1, why: 'not-configured', at: `${MORNING}31:00.000Z` } },
    }),
  },
  'sale-offline': { snapshot: sampleSnapshot({ desk: { draft }, terminals: offline }) },
  'picker-offline': { snapshot: sampleSnapshot({ desk: { draft }, terminals: offline }) },
  manual: { snapshot: sampleSnapshot({ desk: { draft: { ...draft, method: 'manual' } } }) },
  picker: { snapshot: sampleSnapshot({ desk: { draft } }) },
  'picker-strapi-gone': {
    snapshot: sampleSnapshot({
      desk: { draft },
      terminals: { ...manyTerminals, strapi: 'unreachable', definedAsOf: `${MORNING}31:00.000Z` },
    }),
  },
  'picker-many': { snapshot: sampleSnapshot({ desk: { draft }, terminals: manyTerminals }) },
  training: { snapshot: sampleSnapshot({ desk: { draft, mode: 'training', environment: 'training' } }) },
  test: { snapshot: sampleSnapshot({ desk: { draft, environment: 'test' } }) },
  preparing: showing(samplePayment({ state: 'created', live: { phase: 'preparing', busyAnswers: 0 } })),
  waiting: showing(waiting({})),
  'waiting-training': {
    snapshot: sampleSnapshot({ current: waiting({}), desk: { draft, mode: 'training', environment: 'training' } }),
  },
  'waiting-large': showing({
    ...waiting({}),
    amountMinor: 99_999_999,
    terminalName: 'Kylpylähotellinvastaanottopäätelaite',
    reference: 'Varausnumero 2026-11-23-000123 · Kansainvälinen kulttuurimatkailuseura ry',
  }),
  'waiting-cancelling': showing({ ...waiting({ cancelAskedBy: 'desk', cancelDelivery: 'delivered' }), state: 'cancelling' }),
  'waiting-cancel-failed': showing({
    ...waiting({ cancelAskedBy: 'desk', cancelDelivery: 'failed', refresh: 'still-running' }),
    state: 'cancelling',
  }),
  'waiting-deadline': showing({
    ...waiting({ writtenMsAgo: 121_000, cancelAskedBy: 'deadline', cancelDelivery: 'under-way' }),
    state: 'cancelling',
  }),
  'waiting-still': showing(waiting({ refresh: 'still-running' })),
  'waiting-too-soon': { snapshot: sampleSnapshot({ current: waiting({}) }), refreshFails: error('lookup-too-soon') },
  'waiting-long': showing({
    ...waiting({ writtenMsAgo: 160_000, cancelAskedBy: 'deadline', cancelDelivery: 'delivered' }),
    state: 'cancelling',
  }),
  'closing-asking': { snapshot: sampleSnapshot({ current: waiting({}), desk: { closing: closing('asking') } }) },
  'closing-two': {
    snapshot: sampleSnapshot({
      current: waiting({}),
      desk: {
        mode: 'training',
        environment: 'training',
        closing: closing('asking', { terminalName: 'Kylpylähotellinvastaanottopäätelaite', amountMinor: 99_999_999, paymentId: 'p-2' }),
      },
    }),
  },
  'closing-leaving': {
    snapshot: sampleSnapshot({
      current: { ...waiting({ cancelAskedBy: 'desk', cancelDelivery: 'delivered' }), state: 'cancelling' },
      desk: { closing: closing('leaving') },
    }),
  },
  'closing-unwritten': { snapshot: sampleSnapshot({ current: approved(), desk: { closing: closing('unwritten') } }) },
  'closing-reconciling': { snapshot: sampleSnapshot({ desk: { closing: { phase: 'reconciling', payments: [] } } }) },
  'closing-charged': { snapshot: sampleSnapshot({ current: approved(), desk: { closing: closing('charged') } }) },
  approved: showing(approved()),
  'refund-waiting': showing({ ...waiting({}), kind: 'refund', amountMinor: 5_000 }),
  'refund-other-card': showing(
    approved({ kind: 'refund', amountMinor: 5_000, refundableMinor: 0, originalCard: { brand: 'Mastercard', last4: '0077' } }),
  ),
  'refund-waiting-card': showing({ ...waiting({}), kind: 'refund', amountMinor: 5_000, originalCard: { brand: 'VISA', last4: '4242' } }),
  'refund-done': showing(approved({ kind: 'refund', amountMinor: 5_000, refundableMinor: 0 })),
  'refund-unclear': showing(checking({}, { kind: 'refund', amountMinor: 5_000 })),
  'void-looking': showing(samplePayment({ kind: 'void', state: 'created', live: { phase: 'preparing', busyAnswers: 0 } })),
  'void-busy': showing(samplePayment({ kind: 'void', state: 'created', live: { phase: 'preparing', busyAnswers: 2 } })),
  'void-waiting': showing({ ...waiting({}), kind: 'void' }),
  'void-done': showing(approved({ kind: 'void', refundableMinor: 0 })),
  'void-unclear': showing(checking({}, { kind: 'void' })),
  'void-not-latest': showing(notCharged('refused', 'not-latest', { kind: 'void' })),
  'void-offered': showing(approved({ voidable: true })),
  voided: showing(approved({ voided: 'yes', refundableMinor: 0 })),
  'checks-bad': {
    snapshot: sampleSnapshot({ current: notCharged('refused', 'not-connected') }),
    checks: {
      active: { result: 'failed', reason: 'inactive', minutes: null },
      id: { result: 'unknown', reason: 'not-asked', minutes: null },
      connected: { result: 'failed', reason: 'last-attempt-failed', minutes: null },
      login: { result: 'failed', reason: 'unreachable', minutes: null },
      clock: { result: 'failed', reason: 'clock-off', minutes: 47 },
      database: { result: 'failed', reason: 'journal-problem', minutes: null },
    },
  },
  settings: { snapshot: sampleSnapshot({ desk: { draft } }) },
  'settings-share-gone': {
    snapshot: sampleSnapshot({
      desk: { draft },
      keeping: {
        backupFolder: '\\\\PALVELIN\\Varmuuskopiot\\Willba',
        lastBackupAt: '2026-11-20T02:10:00.000Z',
        trouble: { at: '2026-11-23T07:10:00.000Z', why: 'folder-gone' },
      },
    }),
  },
  receipt: showing(approved()),
  'receipt-fails': { ...showing(approved()), printFails: error('print-refused') },
  'receipt-to-sign': { ...showing(approved({ signature: 'asked', voidable: true })), receipt: receiptToSign },
  'settings-printer-gone': {
    snapshot: sampleSnapshot({ desk: { draft }, printing: { printer: 'Vanha kuittitulostin, vastaanotto 2', paper: '58', dialog: true } }),
  },
  'signature-left': { snapshot: sampleSnapshot({ desk: { draft, openSignatures: ['p-1'], unclearCount: 1 } }) },
  'signature-asked': showing(approved({ signature: 'asked', voidable: true })),
  'signature-refused': showing(approved({ signature: 'refused', voidable: true })),
  'approved-lookup': showing(approved({ proof: 'lookup' })),
  'approved-tip': showing(approved({ amountMinor: 1_250, chargedMinor: 1_450, tipMinor: 200 })),
  'approved-less': showing(approved({ amountMinor: 1_250, chargedMinor: 1_000, restMinor: 250 })),
  'rest-paid': showing(approved({ amountMinor: 10_000, chargedMinor: 6_000, rests: [restPart] })),
  'rest-form': {
    snapshot: sampleSnapshot({ desk: { draft: { ...draft, amountText: '40,00', completesId: 'root' }, completes } }),
  },
  'rest-approved': showing(approved({ amountMinor: 4_000, completes: { ...completes, paidMinor: 10_000, leftMinor: 0 } })),
  'recorded-beside': showing(recorded({ beside: [besideUnclear] })),
  'late-beside-record': showing(approved({ beside: [{ ...besideUnclear, byHand: true, moneyMoved: 'yes' }] })),
  'record-asks': {
    snapshot: sampleSnapshot({ desk: { draft: { ...draft, method: 'manual' } } }),
    recordFails: error('confirmation-needed', { warnings: ['same-reference-unclear'], unclearId: 'p-2044' }),
  },
  'approved-under-half': showing(approved({ amountMinor: 12_850, chargedMinor: 1_285 })),
  'approved-far-more': showing(approved({ amountMinor: 1_250, chargedMinor: 12_500 })),
  'approved-dcc': showing(approved({ dcc: { currency: 'USD', amountMinor: 13_950 } })),
  'refund-part': showing(approved({ kind: 'refund', amountMinor: 5_000, chargedMinor: 3_000, refundableMinor: 0 })),
  'declined-pin': showing(notCharged('declined', 'host-1A')),
  'declined-day-close': showing(notCharged('declined', 'host-87')),
  'approved-unwritten': showing(approved({ unwritten: true })),
  declined: showing(notCharged('declined', 'host-51', { card: { brand: 'VISA', last4: '4242' } })),
  'declined-unknown': showing(notCharged('declined', 'host-14')),
  'declined-silent': showing(notCharged('declined', null)),
  cancelled: showing(notCharged('cancelled', 'by-guest')),
  'cancelled-by-desk': showing(notCharged('cancelled', 'by-desk')),
  'despite-cancel': showing(approved({ despiteCancel: true, voidable: true })),
  'despite-cancel-too-late': showing(approved({ despiteCancel: true })),
  'found-late-voidable': showing(approved({ released: true, proof: 'lookup', voidable: true })),
  'void-of-it-unclear': showing(approved({ voided: 'unknown', reversing: true, refundableMinor: 0 })),
  'settled-refund': showing(settledBy(overwritten({ kind: 'refund', amountMinor: 5_500 }), notChargedBy)),
  'list-looks': { snapshot: sampleSnapshot({ payments: [...outcomeRows] }) },
  'timed-out': showing(notCharged('timed-out', 'timeout')),
  busy: showing(notCharged('refused', 'busy')),
  inactive: showing(notCharged('refused', 'inactive')),
  'not-connected': showing(notCharged('refused', 'not-connected')),
  'unknown-terminal': showing(notCharged('refused', 'unknown-terminal')),
  'not-sent': showing(notCharged('refused', 'not-sent')),
  'not-authorised': showing(notCharged('refused', 'not-authorised')),
  checking: showing(checking({})),
  'checking-asking': showing(checking({ asking: true, nextLookupInMs: null })),
  'checking-hint': showing(
    checking({ lookupsDone: 5, nextLookupInMs: null, lookupFailed: true, hint }, { unwritten: true, stan: '000123' }),
  ),
  'checking-training': {
    snapshot: sampleSnapshot({ current: checking({ hint, nextLookupInMs: 170_000 }), desk: { mode: 'training', environment: 'training' } }),
  },
  'sale-late': { snapshot: sampleSnapshot({ desk: { draft, lateApprovals, unclearCount: 1 } }) },
  'sale-late-many': {
    snapshot: sampleSnapshot({
      desk: {
        lateApprovals: [lateApproval, { ...lateApproval, paymentId: 't1', reference: '', terminalName: null }],
        unclearCount: 2,
        environment: 'training',
        mode: 'training',
        property: 'Hiihtokeskus- ja kylpylähotelli Pohjoisen Revontulirinteet',
        operator: 'Anna-Kaisa Hämäläinen-Korhonen',
      },
    }),
  },
  'waiting-late': { snapshot: sampleSnapshot({ current: waiting({}), desk: { lateApprovals, unclearCount: 1 } }) },
  'waiting-badge': { snapshot: sampleSnapshot({ current: waiting({}), desk: { unclearCount: 2 } }) },
  'approved-late-banner': { snapshot: sampleSnapshot({ current: approved(), desk: { lateApprovals, unclearCount: 1 } }) },
  'declined-badge': { snapshot: sampleSnapshot({ current: notCharged('declined', 'host-51'), desk: { unclearCount: 1 } }) },
  'checking-badge': { snapshot: sampleSnapshot({ current: checking({}), desk: { unclearCount: 1 } }) },
  'found-late': showing(approved({ released: true, proof: 'lookup' })),
  'operator-late': { snapshot: sampleSnapshot({ desk: { operator: null, lateApprovals, unclearCount: 1 } }) },
  unresolved: showing(overwritten()),
  overwritten: showing(overwritten()),
  'settle-offer': showing(overwritten({ offer: { verdict: 'not-charged', at: hint.at } })),
  'list-sums': {
    snapshot: sampleSnapshot({
      payments: [
        approved({ id: 's1', reference: 'R-1', amountMinor: 12_850, chargedMinor: 10_000 }),
        approved({ id: 's2', reference: 'R-2', amountMinor: 12_850, chargedMinor: 1_000 }),
        approved({ id: 's3', reference: 'R-3', amountMinor: 1_250, chargedMinor: 1_450, tipMinor: 200 }),
        notCharged('declined', 'host-65', { id: 's4', reference: 'R-4' }),
        notCharged('declined', 'host-90', { id: 's5', reference: 'R-5' }),
      ],
    }),
  },
  'settle-foreign': showing(overwritten({ hint: { ...hint, why: 'foreign-order-id', amountMinor: 990 } })),
  'settle-nameless': {
    snapshot: sampleSnapshot({ current: overwritten({ hint: null }), desk: { operator: null, operators: [] } }),
  },
  'settle-choose-name': { snapshot: sampleSnapshot({ current: overwritten(), desk: { operator: null } }) },
  'settled-not': showing(settledBy(overwritten(), notChargedBy)),
  'settled-yet-charged': showing({
    ...settledBy(overwritten(), notChargedBy),
    moneyMoved: 'yes',
    chargedMinor: 12_850,
    proof: 'lookup',
    card: { brand: 'VISA', last4: '4242' },
  }),
  ...worthScenarios,
  recorded: showing(recorded()),
  settled: showing(recorded({ kind: 'sale', terminalName: 'Päätelaite I' })),
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;
