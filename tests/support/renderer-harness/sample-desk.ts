import { type Comfort, usualComfort } from '../../../shared/comfort.ts';
import type { Attention } from '../../../shared/ipc/attention.ts';
import type { CommandInput, Snapshot } from '../../../shared/ipc/contract.ts';
import type { Desk } from '../../../shared/ipc/desk.ts';
import type { Form } from '../../../shared/ipc/form.ts';
import type { Keeping } from '../../../shared/ipc/keeping.ts';
import type { OtherDesks } from '../../../shared/ipc/other-desks.ts';
import type { PaymentRequest, Requests } from '../../../shared/ipc/requests.ts';
import type { Willba } from '../../../shared/ipc/willba.ts';
import type { PrintingChoice } from '../../../shared/paper-kinds.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import type { TerminalDirectory, TerminalStatus, TerminalView } from '../../../shared/terminal.ts';

/** What a scene says of the desk, in one list; the snapshot has it in slices. */
type At = Desk &
  Attention &
  Pick<Snapshot, 'selling' | 'browsing' | 'starting' | 'missingPayments' | 'closing'> &
  Pick<Form, 'draft' | 'completes' | 'paid' | 'request'> & { readonly draftFrom: Form['from'] };

const sampleKeeping: Keeping = {
  ...{ months: 24, backupFolder: null, trouble: null, isBackingUp: false },
  ...{ lastBackupAt: '2026-11-23T02:10:00.000Z', ownBackupAt: '2026-11-23T02:10:00.000Z' },
};

/** A hotel's desk on an ordinary morning, for looking at screens. */
export const sampleDesk: At = {
  mode: 'production',
  environment: 'production',
  property: 'Hotelli Esimerkki',
  currency: 'EUR',
  timeZone: 'Europe/Helsinki',
  cutOverHour: 0,
  askAboveMinor: 200_000,
  language: 'fi',
  support: { name: 'Willba tuki', phone: '010 123 4567' },
  pointOfSale: 'Vastaanotto',
  operators: ['Maija V.', 'Jussi K.', 'Anna-Kaisa Hämäläinen-Korhonen'],
  operator: 'Maija V.',
  secretsForThisRunOnly: false,
  selling: { possible: true, problem: null, openBy: null },
  draft: { form: 'form-0001', amountText: '', reference: '', method: 'card', from: null, completesId: null },
  draftFrom: null,
  completes: null,
  paid: null,
  request: null,
  browsing: false,
  starting: null,
  unclearCount: 0,
  openSignatures: [],
  lateApprovals: [],
  missingPayments: null,
  closing: null,
};

/** What Willba asks for. */
export const sampleRequest = (more: Partial<PaymentRequest> = {}): PaymentRequest => ({
  id: 'req-2044',
  amountMinor: 12_850,
  currency: 'EUR',
  reference: 'R-2044',
  guest: 'Matti Meikäläinen',
  operator: 'Maija V.',
  ...more,
});

export const MORNING = '2026-11-23T07:';

export function sampleTerminal(number: number, name: string, status: TerminalStatus, more: Partial<TerminalView> = {}): TerminalView {
  return {
    terminalId: `7100000${number}`,
    name,
    active: !(status.light === 'red' && status.reason === 'inactive'),
    location: 'Aula',
    pointOfSale: 'Vastaanotto',
    status,
    ...more,
  };
}

export const green: TerminalStatus = { light: 'green', asOf: `${MORNING}31:00.000Z` };
export const red = (reason: Extract<TerminalStatus, { light: 'red' }>['reason']): TerminalStatus => ({
  light: 'red',
  reason,
  asOf: `${MORNING}31:00.000Z`,
});

const first = sampleTerminal(1, 'Päätelaite I', green);

export const sampleTerminals: TerminalDirectory = {
  sections: [
    {
      pointOfSale: 'Vastaanotto',
      terminals: [first, sampleTerminal(2, 'Päätelaite II', red('unknown-id')), sampleTerminal(4, 'Päätelaite IV', red('inactive'))],
    },
    {
      pointOfSale: null,
      terminals: [sampleTerminal(3, 'Päätelaite III', red('not-connected'), { pointOfSale: 'Rantasauna', location: '' })],
    },
  ],
  chosen: first,
  nets: 'connected',
  strapi: 'not-configured',
  definedAsOf: null,
};

export const manyTerminals: TerminalDirectory = {
  sections: [
    {
      pointOfSale: 'Vastaanotto',
      terminals: Array.from({ length: 9 }, (_, index) =>
        sampleTerminal(10 + index, `Päätelaite ${index + 1} – hyväksyy`, index % 3 === 1 ? red('not-connected') : green),
      ),
    },
    {
      pointOfSale: 'Rantasauna ja hiihtokeskuksen ala-aseman kahvila',
      terminals: [
        sampleTerminal(30, 'Kylpyläosaston asiakaspalvelupisteen varamaksupääte (lainassa huollosta)', red('nets-unreachable'), {
          location: 'Pukuhuonekäytävän itäpää, varastokaappi',
        }),
        sampleTerminal(31, 'Kylpylähotellinvastaanottopäätelaitevarasto', red('not-authorised'), { location: 'Rantasauna' }),
        ...Array.from({ length: 6 }, (_, index) => sampleTerminal(40 + index, `Sauna ${index + 1}`, green, { location: 'Rantasauna' })),
      ],
    },
    {
      pointOfSale: null,
      terminals: [
        sampleTerminal(20, 'Päätelaite I', green, { pointOfSale: 'Rantasauna', location: '' }),
        sampleTerminal(21, 'Päätelaite I', green, { pointOfSale: 'Ravintola', location: '' }),
        sampleTerminal(
          22,
          'Kylpylähotellinvastaanottopäätelaitevarasto',
          { light: 'red', reason: 'nets-unreachable', asOf: '2026-11-22T10:00:00.000Z', lastKnown: 'unknown-id' },
          {
            pointOfSale: 'Rantasauna ja hiihtokeskuksen ala-aseman kahvila',
            location: 'Pukuhuonekäytävän itäpää, varastokaappi',
          },
        ),
        ...Array.from({ length: 6 }, (_, index) =>
          sampleTerminal(60 + index, `Lisä ${index + 1}`, { light: 'unknown' }, { pointOfSale: null, location: 'Varasto' }),
        ),
      ],
    },
  ],
  chosen: null,
  nets: 'connected',
  strapi: 'not-configured',
  definedAsOf: null,
};

export function samplePayment(more: Partial<PaymentView>): PaymentView {
  return {
    id: 'p-2044',
    orderId: 'W3K9-2044-7H2M',
    requestId: null,
    originalId: null,
    kind: 'sale',
    state: 'sent',
    moneyMoved: 'unknown',
    released: false,
    amountMinor: 12_850,
    chargedMinor: 0,
    tipMinor: 0,
    surchargeMinor: 0,
    currency: 'EUR',
    terminalId: '71000001',
    terminalName: 'Päätelaite I',
    pointOfSale: 'Vastaanotto',
    reference: 'R-2044 · Mäkinen',
    operator: 'Maija V.',
    stan: null,
    card: null,
    reason: null,
    proof: null,
    settlement: null,
    environment: 'production',
    startedAt: `${MORNING}42:10.000Z`,
    endedAt: null,
    live: null,
    hint: null,
    letStand: null,
    originalCard: null,
    despiteCancel: false,
    reversedMinor: 0,
    reversing: false,
    fromFuture: false,
    canLookUp: more.kind !== 'void' && more.reason !== 'overwritten' && (more.moneyMoved ?? 'unknown') === 'unknown',
    offer: null,
    dcc: null,
    voidable: false,
    voided: 'no',
    signature: null,
    refundableMinor: 0,
    restMinor: 0,
    rests: [],
    completes: null,
    beside: [],
    unwritten: false,
    ...more,
  };
}

const visa = { brand: 'VISA', last4: '4242' };
export const approved = (more: Partial<PaymentView> = {}): PaymentView =>
  samplePayment({
    state: 'approved',
    moneyMoved: 'yes',
    chargedMinor: more.amountMinor ?? 12_850,
    refundableMinor: more.amountMinor ?? 12_850,
    card: visa,
    stan: '000123',
    proof: 'answer',
    endedAt: `${MORNING}42:31.000Z`,
    ...more,
  });
export const notCharged = (state: PaymentView['state'], reason: string | null, more: Partial<PaymentView> = {}): PaymentView =>
  samplePayment({ state, reason, moneyMoved: 'no', proof: 'answer', endedAt: `${MORNING}42:31.000Z`, ...more });

const settled = {
  charged: true,
  by: 'Maija V.',
  reason: 'Päätelaite ei ollut yhteydessä.',
  evidence: '448812',
  at: `${MORNING}02:00.000Z`,
};
export const recorded = (more: Partial<PaymentView> = {}): PaymentView =>
  samplePayment({
    kind: 'manual',
    state: 'settled-by-person',
    moneyMoved: 'yes',
    chargedMinor: more.amountMinor ?? 12_850,
    terminalId: null,
    terminalName: null,
    card: { brand: '', last4: '1881' },
    settlement: settled,
    proof: 'person',
    endedAt: `${MORNING}02:00.000Z`,
    ...more,
  });

export const settledBy = (payment: PaymentView, { verdict, by, reason }: CommandInput<'settlePayment'>): PaymentView => ({
  ...payment,
  state: 'settled-by-person',
  moneyMoved: verdict.charged ? 'yes' : 'no',
  chargedMinor: verdict.charged ? payment.amountMinor : 0,
  proof: 'person',
  settlement: {
    charged: verdict.charged,
    by,
    reason,
    evidence: verdict.charged ? `${verdict.receipt} ····${verdict.lastFour}` : '',
    at: `${MORNING}50:00.000Z`,
  },
  live: null,
});

export const samplePayments: readonly PaymentView[] = [
  approved({ id: 't1', reference: 'R-2043 · Virtanen', amountMinor: 12_800, startedAt: `${MORNING}41:00.000Z` }),
  notCharged('declined', 'host-51', { id: 't2', reference: 'R-2039', amountMinor: 8_650, startedAt: `${MORNING}36:00.000Z` }),
  samplePayment({
    id: 't3',
    reference: 'R-2031 · Korhonen',
    state: 'checking',
    amountMinor: 24_000,
    released: true,
    startedAt: `${MORNING}12:00.000Z`,
  }),
  recorded({ id: 't4', reference: 'R-2027', amountMinor: 4_200, startedAt: `${MORNING}02:00.000Z` }),
  approved({
    id: 't5',
    reference: 'R-2025 · Laine',
    amountMinor: 1_990,
    card: { brand: 'Mastercard', last4: '0077' },
    startedAt: '2026-11-23T06:55:00.000Z',
  }),
];

export function sampleSnapshot(
  more: {
    desk?: Partial<At>;
    terminals?: TerminalDirectory;
    payments?: readonly PaymentView[];
    more?: number;
    current?: PaymentView;
    willba?: Partial<Willba>;
    requests?: Partial<Requests>;
    otherDesks?: Partial<OtherDesks>;
    printing?: Partial<PrintingChoice>;
    keeping?: Partial<Keeping>;
    comfort?: Partial<Comfort>;
    tour?: Snapshot['tour'];
    handover?: Snapshot['handover'];
    dayClose?: Partial<Snapshot['dayClose']>;
  } = {},
): Snapshot {
  const payments = more.payments ?? samplePayments;
  const counted = payments.filter((payment) => payment.moneyMoved === 'yes');
  const current = more.current ?? null;
  const at: At = { ...sampleDesk, ...more.desk };
  const { draft, draftFrom, completes, paid, request, unclearCount, openSignatures, lateApprovals, ...rest } = at;
  const { selling, browsing, starting, missingPayments, closing, ...desk } = rest;
  return {
    revision: 1,
    ...{ desk, selling, browsing, starting, missingPayments, closing },
    form: { draft, from: draftFrom, completes, paid, request },
    attention: { unclearCount, openSignatures, lateApprovals },
    terminals: more.terminals ?? sampleTerminals,
    historyNews: 0,
    dayClose: { news: 0, reconciling: [], ...more.dayClose },
    today: {
      payments: [...payments],
      more: more.more ?? 0,
      count: counted.length,
      totalMinor: counted.reduce((sum, payment) => sum + payment.chargedMinor, 0),
    },
    current,
    requests: { waiting: [], refused: null, ...more.requests },
    printing: { printer: 'EPSON_TM_T20III', paper: '80', dialog: false, ...more.printing },
    willba: { isSetUp: true, count: 0, waiting: [], isGone: false, last: null, ...more.willba },
    otherDesks: { isShared: true, count: 0, last: null, unseen: null, begun: [], ...more.otherDesks },
    keeping: { ...sampleKeeping, ...more.keeping },
    comfort: { ...usualComfort, ...more.comfort },
    news: null,
    tour: more.tour ?? (more.desk?.mode === 'training' ? { done: [], wrong: null } : null),
    handover: more.handover ?? null,
  };
}
