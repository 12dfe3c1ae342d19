import type { Addendum, ClosedDay, DayTotals, Figures, OpenItem, Reconciliation } from '../../../shared/day-close.ts';
import type { ClosedDayEntry, DayToClose, TerminalOfDay } from '../../../shared/ipc/day-close.ts';

const figures = (part: Partial<Figures> = {}): Figures => ({
  sales: { count: 14, minor: 186_240 },
  refunds: { count: 1, minor: 2_450 },
  voids: { count: 1, minor: 1_990 },
  manual: { count: 0, minor: 0 },
  settled: { count: 0, minor: 0 },
  tipsMinor: 1_200,
  surchargesMinor: 0,
  chargedMinor: 181_800,
  ...part,
});

const REPORT = [
  '        TÄSMÄYTYS',
  'PÄÄTE 71000001   ISTUNTO 104',
  '23.11.2026            22.04',
  '',
  'VISA            9   1 204,40',
  'MASTERCARD      5     658,00',
  'PALAUTUKSET     1     -24,50',
  'MITÄTÖINNIT     1     -19,90',
  '----------------------------',
  'YHTEENSÄ EUR        1 818,00',
].join('\n');

export const sampleReconciliation = (part: Partial<Reconciliation> = {}): Reconciliation => ({
  id: 'r-1',
  terminalId: '71000001',
  terminalName: 'Päätelaite I',
  by: 'Maija V.',
  startedAt: '2026-11-23T20:02:00.000Z',
  end: 'done',
  reason: null,
  endedAt: '2026-11-23T20:03:20.000Z',
  sessionNumber: '104',
  text: REPORT,
  ...part,
});

const item = (part: Partial<OpenItem>): OpenItem => ({
  paymentId: 'p-1',
  why: 'unclear',
  kind: 'sale',
  reference: 'R-2031 · Korhonen',
  terminalName: 'Päätelaite I',
  amountMinor: 24_000,
  currency: 'EUR',
  startedAt: '2026-11-23T07:12:00.000Z',
  ...part,
});

const willbaItems = Array.from({ length: 3 }, (_none, index) =>
  item({ paymentId: `w-${index}`, why: 'not-in-willba', reference: `R-21${index}0` }),
);

export const openItemsOfDay: readonly OpenItem[] = [
  item({}),
  item({
    paymentId: 'p-2',
    why: 'signature-refused',
    reference: 'R-1999 · Yrityskorttiasiakkuusmajoituspalvelut Oy',
    terminalName: 'Sauna',
    amountMinor: 4_200,
  }),
  item({ paymentId: 'p-3', why: 'alarm', reference: '', amountMinor: 1_250 }),
  ...willbaItems,
];

export const sampleDay = (part: Partial<DayToClose> = {}): DayToClose => ({
  date: '2026-11-23',
  start: '2026-11-22T22:00:00.000Z',
  end: '2026-11-23T22:00:00.000Z',
  isOver: false,
  closedId: null,
  revision: 1,
  earlier: [],
  totals: {
    desk: figures({
      sales: { count: 17, minor: 201_640 },
      manual: { count: 2, minor: 8_400 },
      settled: { count: 1, minor: 4_200 },
      chargedMinor: 209_800,
    }),
    terminals: [
      { terminalId: '71000001', terminalName: 'Päätelaite I', figures: figures() },
      {
        terminalId: '71000002',
        terminalName: 'Sauna',
        figures: figures({
          sales: { count: 3, minor: 15_400 },
          refunds: { count: 0, minor: 0 },
          voids: { count: 0, minor: 0 },
          tipsMinor: 0,
          chargedMinor: 15_400,
        }),
      },
    ],
    otherMoney: 0,
  },
  open: [],
  terminals: [
    {
      terminalId: '71000001',
      terminalName: 'Päätelaite I',
      figures: figures(),
      reconciliations: [sampleReconciliation()],
      needsWord: true,
      obstacle: null,
    },
    {
      terminalId: '71000002',
      terminalName: 'Sauna',
      figures: figures({
        sales: { count: 3, minor: 15_400 },
        refunds: { count: 0, minor: 0 },
        voids: { count: 0, minor: 0 },
        tipsMinor: 0,
        chargedMinor: 15_400,
      }),
      reconciliations: [],
      needsWord: true,
      obstacle: null,
    },
  ],
  ...part,
});

const nothing = { count: 0, minor: 0 };
export const emptyTotals: DayTotals = {
  desk: figures({ ...{ sales: nothing, refunds: nothing, voids: nothing }, tipsMinor: 0, chargedMinor: 0 }),
  terminals: [],
  otherMoney: 2,
};

const ofDay = (part: Partial<TerminalOfDay>): TerminalOfDay => ({
  ...{ terminalId: '71000001', terminalName: 'Päätelaite I', figures: figures(), reconciliations: [], needsWord: true, obstacle: null },
  ...part,
});
/** Every state that a reconciliation may be in. */
export const terminalsOfADay: TerminalOfDay[] = [
  ofDay({
    reconciliations: [
      sampleReconciliation({ end: 'not-done', reason: 'busy', text: null }),
      sampleReconciliation({ end: 'running', text: null }),
    ],
  }),
  ofDay({
    ...{ terminalId: '71000002', terminalName: 'Kylpyläosaston asiakaspalvelupisteen päätelaite' },
    reconciliations: [sampleReconciliation({ end: 'not-confirmed', reason: 'answer-lost', text: null })],
    obstacle: 'reconciling',
  }),
  ofDay({ terminalId: '71000003', terminalName: 'Ravintola', needsWord: false, figures: emptyTotals.desk }),
];

export const closedEntries: readonly ClosedDayEntry[] = ['2026-11-22', '2026-11-21', '2026-11-20'].map((date, index) => ({
  number: 3 - index,
  id: `closed-${index}`,
  date,
  start: `${date}T00:00:00.000Z`,
  end: `${date}T23:59:59.000Z`,
  closedAt: `${date}T20:12:00.000Z`,
  by: index === 1 ? 'Jussi K.' : 'Maija V.',
  currency: 'EUR',
  environment: 'production',
  chargedMinor: 154_000 + index * 12_345,
}));

export const sampleAddenda: readonly Addendum[] = [
  {
    ...{ paymentId: 'p-1', at: '2026-11-23T05:14:00.000Z', what: 'known', moneyMoved: 'yes', byPerson: false, kind: 'sale' },
    ...{ reference: 'R-2031 · Korhonen', terminalName: 'Päätelaite I', currency: 'EUR', changeMinor: 24_000, amountMinor: 24_000 },
  },
];

export const sampleClosedDay: ClosedDay = {
  id: 'closed-0',
  date: '2026-11-22',
  start: '2026-11-21T22:00:00.000Z',
  end: '2026-11-22T22:00:00.000Z',
  closedAt: '2026-11-22T20:12:00.000Z',
  by: 'Maija V.',
  property: 'Hotelli Esimerkki',
  pointOfSale: 'Vastaanotto',
  currency: 'EUR',
  environment: 'production',
  timeZone: 'Europe/Helsinki',
  totals: sampleDay().totals,
  said: [
    { terminalId: '71000001', terminalName: 'Päätelaite I', verdict: 'matches', reason: '' },
    {
      terminalId: '71000002',
      terminalName: 'Sauna',
      verdict: 'differs',
      reason: '12,50 € puuttuu Netsin raportista, kysytään Netsiltä maanantaina',
    },
  ],
  signedFor: [{ ...item({ startedAt: '2026-11-22T07:12:00.000Z' }), reason: 'Kysytään asiakkaalta huomenna' }],
  reconciliations: [
    sampleReconciliation(),
    sampleReconciliation({
      id: 'r-2',
      terminalId: '71000002',
      terminalName: 'Sauna',
      end: 'not-confirmed',
      reason: 'answer-lost',
      text: null,
      sessionNumber: null,
    }),
  ],
};
