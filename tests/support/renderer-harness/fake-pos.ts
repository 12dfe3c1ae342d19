import { contextBridge } from 'electron';
import { comfortFrom, zoomed } from '../../../shared/comfort.ts';
import type { PosError } from '../../../shared/errors.ts';
import { HISTORY_PAGE } from '../../../shared/history-terms.ts';
import type { PosApi, PosEvent, Snapshot } from '../../../shared/ipc/contract.ts';
import type { Draft } from '../../../shared/ipc/form.ts';
import type { HistoryTotal } from '../../../shared/ipc/history.ts';
import type { Today, TodayChange } from '../../../shared/ipc/today.ts';
import { type Language, languages, toDecimalString } from '../../../shared/money.ts';
import { readNewName } from '../../../shared/new-name.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { closedEntries, sampleAddenda, sampleClosedDay, sampleDay } from './sample-day.ts';
import { samplePayment, settledBy } from './sample-desk.ts';
import { sampleEvidence, sampleReceipts } from './sample-evidence.ts';
import { sampleReceipt } from './sample-receipt.ts';
import { type Scenario, scenarios } from './scenarios.ts';

export type FakePos = PosApi & {
  readonly calls: () => readonly string[];
  /** As if the desk's language were changed in the settings. */
  readonly speak: (language: Language) => void;
};

/** The whole day as an event tells it to somebody who knows nothing of it. */
const asChange = ({ payments, ...rest }: Today): TodayChange => ({ ...rest, changed: payments, order: payments.map(({ id }) => id) });

/** A main process that plays one scene, chosen by `?state=`. Enough of one for looking at every screen. */
function createFakePos(scenario: Scenario, language: Language): FakePos {
  let snapshot: Snapshot = { ...scenario.snapshot, desk: { ...scenario.snapshot.desk, language } };
  const listeners = new Set<(event: PosEvent) => void>();
  const calls: string[] = [];
  const publish = (change: Partial<Snapshot>): void => {
    snapshot = { ...snapshot, ...change, revision: snapshot.revision + 1 };
    const { today, ...slices } = change;
    const told = today === undefined ? {} : { today: asChange(today) };
    for (const listener of listeners) listener({ ...slices, ...told, revision: snapshot.revision });
  };
  const answer = async <T>(name: string, value: T, error?: PosError): Promise<Result<T, PosError>> => {
    calls.push(name);
    return error === undefined ? ok(value) : failed(error);
  };
  const show = (current: Snapshot['current'], browsing = false): void => publish({ current, browsing });

  let forms = 1;
  const newForm = (): Draft => {
    forms += 1;
    return { form: `form-000${forms}`, amountText: '', reference: '', method: 'card', from: null, completesId: null };
  };
  /** As main does: the form has become this payment, and an empty one stands in its place. */
  const begin = (current: PaymentView): void => {
    publish({ current, browsing: false, form: { ...snapshot.form, draft: newForm(), from: null } });
  };
  const bringBack = ({ id, amountMinor, reference, state, startedAt }: PaymentView): void => {
    const draft = { ...newForm(), amountText: toDecimalString(amountMinor, 'EUR').replace('.', ','), reference, from: id };
    const from = { paymentId: id, state, startedAt, amountMinor, reference };
    publish({ current: null, form: { ...snapshot.form, draft, from } });
  };

  let found: readonly PaymentView[] = [];

  return {
    calls: () => calls,
    speak: (language) => publish({ desk: { ...snapshot.desk, language } }),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => answer('snapshot', snapshot),
    startTraining: () => {
      publish({ desk: { ...snapshot.desk, mode: 'training', environment: 'training', property: 'Harjoitushotelli' } });
      return answer('startTraining', null);
    },
    leaveTraining: () => answer('leaveTraining', null),
    wrongWayRead: () => {
      if (snapshot.tour !== null) publish({ tour: { ...snapshot.tour, wrong: null } });
      return answer('wrongWayRead', null);
    },
    restartTour: () => {
      publish({ tour: { done: [], wrong: null } });
      return answer('restartTour', null);
    },
    refreshTerminals: () => answer('refreshTerminals', null),
    chooseOperator: ({ name }) => {
      publish({ desk: { ...snapshot.desk, operator: name } });
      return answer('chooseOperator', null);
    },
    addOperator: ({ name }) => {
      const read = readNewName(name, snapshot.desk.operators);
      if (read.ok) publish({ desk: { ...snapshot.desk, operators: [...snapshot.desk.operators, read.value], operator: read.value } });
      return answer(`addOperator ${name}`, read.ok ? 'added' : read.error);
    },
    takeOver: ({ by, items }) => {
      publish({ handover: null });
      return answer(`takeOver ${by} ${items.length}`, null);
    },
    putOffHandover: () => {
      publish({ handover: null });
      return answer('putOffHandover', null);
    },
    handovers: () => answer('handovers', { handovers: [] }),
    chooseTerminal: ({ terminalId }) => {
      const terminals = snapshot.terminals.sections.flatMap((section) => section.terminals);
      publish({ terminals: { ...snapshot.terminals, chosen: terminals.find((terminal) => terminal.terminalId === terminalId) ?? null } });
      return answer('chooseTerminal', null);
    },
    choosePointOfSale: ({ name }) => {
      publish({ desk: { ...snapshot.desk, pointOfSale: name } });
      return answer(`choosePointOfSale ${String(name)}`, null);
    },
    chooseAskAbove: ({ minor }) => {
      publish({ desk: { ...snapshot.desk, askAboveMinor: minor } });
      return answer(`chooseAskAbove ${String(minor)}`, null);
    },
    chooseLanguage: ({ language }) => {
      publish({ desk: { ...snapshot.desk, language } });
      return answer(`chooseLanguage ${language}`, null);
    },
    importFile: () => answer('importFile', { outcome: 'refused', why: 'the provisioning file is not JSON' }),
    savedConnections: () =>
      answer('savedConnections', {
        nets: { baseUrl: 'https://connectcloud.aws.nets.eu', username: 'hotelli-esimerkki', hasPassword: true },
        strapi: { baseUrl: 'https://cms.example', hasToken: true, hasOutboxToken: true },
        willba: { webhookUrl: 'https://willba.example/hook', hasWebhookSecret: true, hasLinkKey: true },
      }),
    saveConnections: () => answer('saveConnections', null),
    chooseBackupFolder: () => answer('chooseBackupFolder', { outcome: 'cancelled' }),
    keepBackupsHere: () => answer('keepBackupsHere', null),
    keepFor: ({ months }) => answer(`keepFor ${months}`, null),
    backUpNow: () => answer('backUpNow', null),
    stepZoom: ({ way }) => {
      publish({ comfort: { ...snapshot.comfort, zoom: zoomed(snapshot.comfort.zoom, way) } });
      return answer(`stepZoom ${way}`, null);
    },
    changeComfort: (change) => {
      publish({ comfort: comfortFrom({ ...snapshot.comfort, ...change }) });
      return answer(`changeComfort ${JSON.stringify(change)}`, null);
    },
    testConnections: () =>
      answer('testConnections', {
        nets: { result: 'ok', terminals: 5 },
        strapi: { result: 'not-authorised', terminals: null },
        willba: { result: 'ok', status: 204 },
        otherDesks: { reading: 'ok', writing: 'not-authorised' },
      }),
    saveDraft: (draft) => {
      publish({ form: { ...snapshot.form, draft } });
      return answer(`saveDraft ${JSON.stringify(draft)}`, null);
    },
    startSale: (sale) => {
      const stopped = scenario.saleFails !== undefined && sale.confirmed.length === 0;
      if (!stopped)
        begin(
          samplePayment({
            id: 'new',
            amountMinor: sale.amountMinor,
            reference: sale.reference,
            live: { phase: 'preparing', busyAnswers: 0 },
          }),
        );
      return answer(`startSale ${JSON.stringify(sale)}`, { paymentId: 'new' }, stopped ? scenario.saleFails : undefined);
    },
    recordManualEntry: (record) => {
      const stopped = scenario.recordFails !== undefined && record.confirmed.length === 0;
      if (stopped) return answer(`recordManualEntry ${JSON.stringify(record)}`, { paymentId: 'manual' }, scenario.recordFails);
      begin(
        samplePayment({
          id: 'manual',
          kind: 'manual',
          state: 'settled-by-person',
          chargedMinor: record.amountMinor,
          amountMinor: record.amountMinor,
        }),
      );
      return answer(`recordManualEntry ${JSON.stringify(record)}`, { paymentId: 'manual' });
    },
    cancelPayment: () => {
      const { current } = snapshot;
      if (current?.live?.phase === 'waiting') {
        show({ ...current, state: 'cancelling', live: { ...current.live, cancelAskedBy: 'desk', cancelDelivery: 'delivered' } });
      }
      return answer('cancelPayment', null);
    },
    refreshPayment: () => answer('refreshPayment', null, scenario.refreshFails),
    releasePayment: () => {
      show(null);
      return answer('releasePayment', null);
    },
    openJournal: () => answer('openJournal', null),
    closeOutcome: (input) => {
      const { current } = snapshot;
      if (input.keepDraft && current !== null) bringBack(current);
      else show(null);
      return answer(`closeOutcome ${JSON.stringify(input)}`, null);
    },
    startRefund: (refund) => {
      show(samplePayment({ id: 'refund', kind: 'refund', amountMinor: refund.amountMinor, live: { phase: 'preparing', busyAnswers: 0 } }));
      return answer(`startRefund ${JSON.stringify(refund)}`, { paymentId: 'refund' });
    },
    startVoid: (input) => {
      show(samplePayment({ id: 'void', kind: 'void', live: { phase: 'preparing', busyAnswers: 0 } }));
      return answer(`startVoid ${JSON.stringify(input)}`, { paymentId: 'void' });
    },
    judgeSignature: ({ accepted }) => {
      const { current } = snapshot;
      if (current !== null) show({ ...current, signature: accepted ? 'accepted' : 'refused' });
      return answer(`judgeSignature ${String(accepted)}`, null);
    },
    letSignatureStand: ({ by, reason }) => {
      const { current } = snapshot;
      if (current !== null) show({ ...current, signature: 'let-stand', letStand: { by, reason, at: '2026-11-23T07:44:00.000Z' } });
      return answer(`letSignatureStand ${by} ${reason}`, null);
    },
    missingPaymentsRead: ({ by }) => {
      publish({ missingPayments: null });
      return answer(`missingPaymentsRead ${by}`, null);
    },
    searchPayments: ({ text, period }) => {
      found = (period.kind === 'yesterday' ? [] : snapshot.today.payments).filter(({ reference }) =>
        reference.toLowerCase().includes(text.toLowerCase()),
      );
      // As many as years of payments, so that a picture shows a long list.
      const count = period.kind === 'all' ? found.length * 10_000 : found.length;
      return answer(`searchPayments ${JSON.stringify(text)}`, { search: 1, count, rows: pageOf(found, 0, count) });
    },
    readPayments: ({ from }) => answer(`readPayments ${from}`, pageOf(found, from, found.length * 10_000)),
    exportCsv: () => answer('exportCsv', { payments: found.length }),
    totalPayments: () => answer('totalPayments', totalsOf(found)),
    showMoreToday: () => {
      publish({ today: { ...snapshot.today, more: 0 } });
      return answer('showMoreToday', null);
    },
    settlePayment: (input) => {
      const { current } = snapshot;
      if (current !== null) show(settledBy(current, input));
      return answer(`settlePayment ${JSON.stringify(input)}`, null);
    },
    runCheck: ({ name }) => answer(`runCheck ${name}`, scenario.checks?.[name] ?? { result: 'ok', reason: null, minutes: null }),
    paymentEvidence: ({ paymentId }) =>
      answer('paymentEvidence', {
        paymentId,
        orderId: 'W3K9-2044-7H2M',
        entries: [...sampleEvidence],
        beside: [],
        receipts: sampleReceipts,
      }),
    sendToWillbaNow: () => {
      publish({ willba: { ...snapshot.willba, count: 0, waiting: [] } });
      return answer('sendToWillbaNow', null);
    },
    takeRequest: ({ requestId }) => answer(`takeRequest ${requestId}`, null),
    dismissRequest: ({ requestId }) => {
      const waiting = snapshot.requests.waiting.filter(({ id }) => id !== requestId);
      publish({ requests: { ...snapshot.requests, waiting } });
      return answer(`dismissRequest ${requestId}`, null);
    },
    linkRefusalRead: ({ number }) => {
      publish({ requests: { ...snapshot.requests, refused: null } });
      return answer(`linkRefusalRead ${number}`, null);
    },
    receipt: ({ paymentId }) => answer(`receipt ${paymentId}`, scenario.receipt ?? sampleReceipt),
    printReceipt: ({ copy }) => answer(`printReceipt ${copy}`, { outcome: 'printed' }, scenario.printFails),
    saveReceiptPdf: ({ copy }) => answer(`saveReceiptPdf ${copy}`, { outcome: 'saved' }),
    printers: () =>
      answer('printers', [
        { name: 'EPSON_TM_T20III', shownAs: 'EPSON TM-T20III Vastaanotto' },
        { name: 'HP_LaserJet', shownAs: 'HP LaserJet Toimisto' },
      ]),
    choosePrinting: (printing) => {
      publish({ printing });
      return answer(`choosePrinting ${JSON.stringify(printing)}`, null);
    },
    dayToClose: () => answer('dayToClose', scenario.day ?? sampleDay()),
    reconcileTerminal: ({ terminalId }) => {
      publish({ dayClose: { news: snapshot.dayClose.news + 1, reconciling: [terminalId] } });
      return answer(`reconcileTerminal ${terminalId}`, null);
    },
    closeDay: (input) => answer(`closeDay ${JSON.stringify(input)}`, { id: sampleClosedDay.id }),
    closedDays: () => answer('closedDays', { days: [...(scenario.closedDays ?? closedEntries)], more: false }),
    closedDay: ({ id }) => answer(`closedDay ${id}`, { day: scenario.closedDay ?? sampleClosedDay, addenda: [...sampleAddenda] }),
    printClosedDay: ({ id }) => answer(`printClosedDay ${id}`, 'printed'),
    saveClosedDay: ({ id, as }) => answer(`saveClosedDay ${id} ${as}`, 'saved'),
    chooseCutOver: ({ hour }) => {
      publish({ desk: { ...snapshot.desk, cutOverHour: hour } });
      return answer(`chooseCutOver ${hour}`, null);
    },
    answerClosing: ({ answer: given }) => {
      const { closing } = snapshot;
      if (closing !== null && given === 'stay') publish({ closing: null });
      if (closing !== null && given === 'leave') publish({ closing: { ...closing, phase: 'leaving' } });
      return answer(`answerClosing ${given}`, null);
    },
    showPayment: ({ paymentId }) => {
      show(snapshot.today.payments.find((payment) => payment.id === paymentId) ?? null, true);
      return answer('showPayment', null);
    },
  };
}

const asked = new URLSearchParams(window.location.search).get('state') ?? 'sale';
const spoken = languages.find((language) => language === new URLSearchParams(window.location.search).get('lang')) ?? 'fi';
const scenario = Object.entries(scenarios).find(([name]) => name === asked)?.[1] ?? scenarios.sale;
contextBridge.exposeInMainWorld('pos', createFakePos(scenario, spoken));

/** Rows of a list of `count` that repeats the same few payments, each with an id of its own. */
function pageOf(payments: readonly PaymentView[], from: number, count: number): PaymentView[] {
  if (payments.length === 0) return [];
  return Array.from({ length: Math.min(HISTORY_PAGE, count - from) }, (_, place) => from + place).flatMap((place) => {
    const payment = payments[place % payments.length];
    return payment === undefined ? [] : [place < payments.length ? payment : { ...payment, id: `${payment.id}-${place}` }];
  });
}

function totalsOf(payments: readonly PaymentView[]): HistoryTotal[] {
  const one = (method: HistoryTotal['method'], meaning: HistoryTotal['meaning'], fits: (payment: PaymentView) => boolean): HistoryTotal => {
    const those = payments.filter(fits);
    const minor = those.reduce((sum, { chargedMinor, amountMinor }) => sum + (chargedMinor > 0 ? chargedMinor : amountMinor), 0);
    return { method, meaning, currency: 'EUR', environment: payments[0]?.environment ?? 'production', count: those.length, minor };
  };
  const isBack = ({ kind }: PaymentView): boolean => kind === 'refund' || kind === 'void';
  return [
    one('card', 'paid', (payment) => payment.moneyMoved === 'yes' && payment.kind === 'sale'),
    one('by-hand', 'paid', (payment) => payment.moneyMoved === 'yes' && payment.kind === 'manual'),
    one('card', 'back', (payment) => payment.moneyMoved === 'yes' && isBack(payment)),
    one('card', 'not-charged', (payment) => payment.moneyMoved === 'no'),
    one('card', 'unclear', (payment) => payment.moneyMoved === 'unknown'),
  ].filter(({ count }) => count > 0);
}
