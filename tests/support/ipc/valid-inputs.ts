import type { CommandInput, CommandName } from '../../../shared/ipc/contract.ts';

const id = '01890000-0000-7000-8000-000000000001';
const idempotencyKey = 'attempt-0001';
const shown = { terminalId: '71000001', name: 'Päätelaite I' };
const money = { amountMinor: 1_250, reference: 'A 113', completesId: id, confirmed: ['same-reference-paid' as const] };

/**
 * For each command an input that the contract allows, with every member that it may have. A new command without one does not compile.
 * Negative tests of the IPC door start from these and change one thing, so that nothing else can be the reason of the refusal.
 */
export const validInputs: { readonly [N in CommandName]: Required<CommandInput<N>> } = {
  snapshot: null,
  startTraining: null,
  openJournal: null,
  importFile: null,
  savedConnections: null,
  testConnections: null,
  refreshTerminals: null,
  showMoreToday: null,
  searchPayments: { text: 'R-1001', period: { kind: 'today' }, filter: 'all' },
  exportCsv: { text: 'R-1001', period: { kind: 'all' }, filter: 'paid' },
  readPayments: { search: 1, from: 50 },
  totalPayments: { search: 1 },
  chooseOperator: { name: 'Maija V.' },
  chooseTerminal: { terminalId: '71000001' },
  choosePointOfSale: { name: 'Vastaanotto' },
  chooseAskAbove: { minor: 500_000 },
  saveConnections: {
    nets: { baseUrl: 'https://nets.example', username: 'desk', password: 'Sala-Sana-1' },
    strapi: { baseUrl: 'https://cms.example', token: 'token' },
  },
  saveDraft: { form: idempotencyKey, amountText: '12,50', reference: 'A 113', method: 'card', from: id, completesId: id },
  startSale: { ...money, idempotencyKey, mode: 'production', terminalId: '71000001', shown },
  startRefund: { idempotencyKey, originalId: id, amountMinor: 1_250, terminalId: '71000001', shown, confirmed: money.confirmed },
  startVoid: { idempotencyKey, originalId: id },
  judgeSignature: { paymentId: id, accepted: true },
  letSignatureStand: { paymentId: id, by: 'Maija V.', reason: 'Tuttu asiakas' },
  cancelPayment: { paymentId: id },
  refreshPayment: { paymentId: id },
  releasePayment: { paymentId: id },
  closeOutcome: { paymentId: id, shown: 'approved', keepDraft: false },
  showPayment: { paymentId: id },
  missingPaymentsRead: { by: 'Maija V.', to: '2026-11-23T10:00:00.000Z' },
  recordManualEntry: { ...money, idempotencyKey, mode: 'production', lastFour: '4242', receipt: '0017', reason: 'Verkko poikki' },
  settlePayment: { paymentId: id, by: 'Maija V.', reason: 'Kuitti', verdict: { charged: true, receipt: '0017', lastFour: '4242' } },
  paymentEvidence: { paymentId: id },
  runCheck: { name: 'free', terminalId: '71000001' },
  dayToClose: { date: '2026-11-23' },
  reconcileTerminal: { terminalId: '71000001' },
  closeDay: {
    ...{ date: '2026-11-23', revision: 1, by: 'Maija V.' },
    said: [{ terminalId: '71000001', verdict: 'matches', reason: '' }],
    signed: [{ paymentId: id, why: 'unclear', reason: 'Kysytään huomenna' }],
  },
  closedDays: { before: 1 },
  closedDay: { id },
  printClosedDay: { id },
  saveClosedDay: { id, as: 'pdf' },
  chooseCutOver: { hour: 4 },
  answerClosing: { answer: 'shown' },
  sendToWillbaNow: null,
  takeRequest: { requestId: id },
  dismissRequest: { requestId: id },
  linkRefusalRead: { number: 1 },
  receipt: { paymentId: id },
  printReceipt: { paymentId: id, copy: 'customer' },
  saveReceiptPdf: { paymentId: id, copy: 'merchant' },
  printers: null,
  choosePrinting: { printer: 'Kuittitulostin', paper: '80', dialog: false },
  chooseBackupFolder: null,
  keepBackupsHere: null,
  keepFor: { months: 24 },
  backUpNow: null,
  addOperator: { name: 'Kesä Kaija' },
  takeOver: { by: 'Maija V.', items: [{ paymentId: id, why: 'manual' }] },
  putOffHandover: null,
  handovers: { start: '2026-11-23T00:00:00.000Z', end: '2026-11-24T00:00:00.000Z' },
  stepZoom: { way: 'in' },
  changeComfort: { zoom: 125, alwaysOnTop: true, sound: false, notification: false, lockMinutes: 10 },
};

/** Members that need not be there, and members that may be null. Everything else must be there and have a value. */
export const mayBeAbsent: readonly string[] = [
  'startSale.shown',
  'startSale.completesId',
  'startRefund.shown',
  'recordManualEntry.completesId',
  'changeComfort.zoom',
  'changeComfort.alwaysOnTop',
  'changeComfort.sound',
  'changeComfort.notification',
  'changeComfort.lockMinutes',
];
export const mayBeNull: readonly string[] = [
  'startSale.shown',
  'startSale.completesId',
  'startRefund.shown',
  'recordManualEntry.completesId',
  'saveDraft.from',
  'saveDraft.completesId',
  'choosePointOfSale.name',
  'chooseAskAbove.minor',
  'saveConnections.strapi',
  'runCheck.terminalId',
  'choosePrinting.printer',
  'dayToClose.date',
  'closedDays.before',
];
