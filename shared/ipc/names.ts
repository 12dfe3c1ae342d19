/** The names alone, without zod: the sandboxed preload builds `window.pos` from them and stays small. */
export const commandNames = [
  'snapshot',
  'startTraining',
  'openJournal',
  'chooseOperator',
  'chooseTerminal',
  'choosePointOfSale',
  'importFile',
  'savedConnections',
  'saveConnections',
  'testConnections',
  'refreshTerminals',
  'saveDraft',
  'startSale',
  'cancelPayment',
  'refreshPayment',
  'releasePayment',
  'closeOutcome',
  'showPayment',
  'recordManual',
  'startRefund',
  'startVoid',
  'judgeSignature',
  'letSignatureStand',
  'showMoreToday',
  'settlePayment',
  'missingPaymentsRead',
  'paymentEvidence',
  'runCheck',
  'answerClosing',
] as const;
export type CommandName = (typeof commandNames)[number];

export const EVENT_CHANNEL = 'pos:event';
export const commandChannel = (name: CommandName): string => `pos:${name}`;
