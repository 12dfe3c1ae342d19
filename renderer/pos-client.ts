import type { CheckName } from '../shared/check-names.ts';
import type { PosError } from '../shared/errors.ts';
import type { CommandInput, PosApi, PosEvent } from '../shared/ipc/contract.ts';
import type { HistoryQuery } from '../shared/ipc/history.ts';
import type { Language } from '../shared/money.ts';
import type { PrintingChoice, ReceiptCopyKind } from '../shared/paper-kinds.ts';
import type { PaymentView } from '../shared/payment.ts';
import { failed, type Result } from '../shared/result.ts';

declare global {
  interface Window {
    readonly pos: PosApi;
  }
}

/**
 * The only way from this window to the program. A call that breaks (a bug, a main process that is ending) returns the error `internal`:
 * nothing is then known about the money, and nothing may be concluded.
 */
async function ask<T>(command: (pos: PosApi) => Promise<Result<T, PosError>>): Promise<Result<T, PosError>> {
  try {
    return await command(window.pos);
  } catch {
    return failed({ code: 'internal', moneyMoved: 'unknown', retry: 'after-check', ref: '' });
  }
}

export const client = {
  snapshot: () => ask((pos) => pos.snapshot(null)),
  leaveTraining: () => ask((pos) => pos.leaveTraining(null)),
  wrongWayRead: () => ask((pos) => pos.wrongWayRead(null)),
  restartTour: () => ask((pos) => pos.restartTour(null)),
  startTraining: () => ask((pos) => pos.startTraining(null)),
  openJournal: () => ask((pos) => pos.openJournal(null)),
  refreshTerminals: () => ask((pos) => pos.refreshTerminals(null)),
  chooseOperator: (name: string) => ask((pos) => pos.chooseOperator({ name })),
  addOperator: (name: string) => ask((pos) => pos.addOperator({ name })),
  takeOver: (by: string, items: CommandInput<'takeOver'>['items']) => ask((pos) => pos.takeOver({ by, items })),
  putOffHandover: () => ask((pos) => pos.putOffHandover(null)),
  handovers: (start: string, end: string) => ask((pos) => pos.handovers({ start, end })),
  chooseTerminal: (terminalId: string) => ask((pos) => pos.chooseTerminal({ terminalId })),
  choosePointOfSale: (name: string | null) => ask((pos) => pos.choosePointOfSale({ name })),
  chooseAskAbove: (minor: number | null) => ask((pos) => pos.chooseAskAbove({ minor })),
  chooseLanguage: (language: Language) => ask((pos) => pos.chooseLanguage({ language })),
  importFile: () => ask((pos) => pos.importFile(null)),
  savedConnections: () => ask((pos) => pos.savedConnections(null)),
  saveConnections: (change: CommandInput<'saveConnections'>) => ask((pos) => pos.saveConnections(change)),
  chooseBackupFolder: () => ask((pos) => pos.chooseBackupFolder(null)),
  keepBackupsHere: () => ask((pos) => pos.keepBackupsHere(null)),
  keepFor: (months: number) => ask((pos) => pos.keepFor({ months })),
  backUpNow: () => ask((pos) => pos.backUpNow(null)),
  testConnections: () => ask((pos) => pos.testConnections(null)),
  saveDraft: (draft: CommandInput<'saveDraft'>) => ask((pos) => pos.saveDraft(draft)),
  startSale: (sale: CommandInput<'startSale'>) => ask((pos) => pos.startSale(sale)),
  startRefund: (refund: CommandInput<'startRefund'>) => ask((pos) => pos.startRefund(refund)),
  startVoid: (taking: CommandInput<'startVoid'>) => ask((pos) => pos.startVoid(taking)),
  judgeSignature: (paymentId: string, accepted: boolean) => ask((pos) => pos.judgeSignature({ paymentId, accepted })),
  letSignatureStand: (word: CommandInput<'letSignatureStand'>) => ask((pos) => pos.letSignatureStand(word)),
  showMoreToday: () => ask((pos) => pos.showMoreToday(null)),
  recordManualEntry: (record: CommandInput<'recordManualEntry'>) => ask((pos) => pos.recordManualEntry(record)),
  cancelPayment: (paymentId: string) => ask((pos) => pos.cancelPayment({ paymentId })),
  refreshPayment: (paymentId: string) => ask((pos) => pos.refreshPayment({ paymentId })),
  releasePayment: (paymentId: string) => ask((pos) => pos.releasePayment({ paymentId })),
  closeOutcome: ({ id: paymentId, state: shown }: Pick<PaymentView, 'id' | 'state'>, keepDraft: boolean) =>
    ask((pos) => pos.closeOutcome({ paymentId, shown, keepDraft })),
  settlePayment: (settlement: CommandInput<'settlePayment'>) => ask((pos) => pos.settlePayment(settlement)),
  paymentEvidence: (paymentId: string) => ask((pos) => pos.paymentEvidence({ paymentId })),
  receipt: (paymentId: string) => ask((pos) => pos.receipt({ paymentId })),
  printReceipt: (paymentId: string, copy: ReceiptCopyKind) => ask((pos) => pos.printReceipt({ paymentId, copy })),
  saveReceiptPdf: (paymentId: string, copy: ReceiptCopyKind) => ask((pos) => pos.saveReceiptPdf({ paymentId, copy })),
  printers: () => ask((pos) => pos.printers(null)),
  choosePrinting: (choice: PrintingChoice) => ask((pos) => pos.choosePrinting(choice)),
  missingPaymentsRead: (read: CommandInput<'missingPaymentsRead'>) => ask((pos) => pos.missingPaymentsRead(read)),
  dayToClose: (date: string | null) => ask((pos) => pos.dayToClose({ date })),
  reconcileTerminal: (terminalId: string) => ask((pos) => pos.reconcileTerminal({ terminalId })),
  closeDay: (word: CommandInput<'closeDay'>) => ask((pos) => pos.closeDay(word)),
  closedDays: (before: number | null) => ask((pos) => pos.closedDays({ before })),
  closedDay: (id: string) => ask((pos) => pos.closedDay({ id })),
  printClosedDay: (id: string) => ask((pos) => pos.printClosedDay({ id })),
  saveClosedDay: (id: string, as: 'pdf' | 'csv') => ask((pos) => pos.saveClosedDay({ id, as })),
  stepZoom: (way: CommandInput<'stepZoom'>['way']) => ask((pos) => pos.stepZoom({ way })),
  changeComfort: (change: CommandInput<'changeComfort'>) => ask((pos) => pos.changeComfort(change)),
  chooseCutOver: (hour: number) => ask((pos) => pos.chooseCutOver({ hour })),
  answerClosing: (answer: CommandInput<'answerClosing'>['answer']) => ask((pos) => pos.answerClosing({ answer })),
  takeRequest: (requestId: string) => ask((pos) => pos.takeRequest({ requestId })),
  dismissRequest: (requestId: string) => ask((pos) => pos.dismissRequest({ requestId })),
  linkRefusalRead: (number: number) => ask((pos) => pos.linkRefusalRead({ number })),
  sendToWillbaNow: () => ask((pos) => pos.sendToWillbaNow(null)),
  runCheck: (name: CheckName, terminalId: string | null) => ask((pos) => pos.runCheck({ name, terminalId })),
  searchPayments: (query: HistoryQuery) => ask((pos) => pos.searchPayments(query)),
  exportCsv: (query: HistoryQuery) => ask((pos) => pos.exportCsv(query)),
  readPayments: (search: number, from: number) => ask((pos) => pos.readPayments({ search, from })),
  totalPayments: (search: number) => ask((pos) => pos.totalPayments({ search })),
  showPayment: (paymentId: string) => ask((pos) => pos.showPayment({ paymentId })),
  onEvent: (listener: (event: PosEvent) => void): (() => void) => window.pos.onEvent(listener),
};
