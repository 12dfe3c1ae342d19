import {
  approve,
  approveDespiteCancel,
  approvedWithoutAmount,
  approveThenCut,
  busy,
  decline,
  html502,
  neverAnswer,
  type Script,
  unknownResult,
  waitForCancel,
} from '../support/connect-cloud/index.ts';

/** One sale as a terminal plays it, and when the desk asks to cancel: milliseconds after Maksa, or never (null). */
export type Scenario = { readonly name: string; readonly script: () => Script; readonly cancelAfterMs: number | null };

const plain = (name: string, script: () => Script): Scenario => ({ name, script, cancelAfterMs: null });

export const approvedQuickly = plain('approved quickly', () => approve({ afterMs: 5 }));
export const declined = plain('declined', () => decline('51', { afterMs: 10 }));
export const answerLost = plain('answer lost after the charge', () => approveThenCut('before', { afterMs: 10 }));
export const cancelled: Scenario = { name: 'cancelled', script: () => waitForCancel({ grantAfterMs: 10 }), cancelAfterMs: 30 };

export const refusedAsBusy = plain('busy', () => busy({ afterMs: 5 }));

/** Short sales: most of their time is spent on journal writes. */
export const shortScenarios: readonly Scenario[] = [approvedQuickly, declined, refusedAsBusy];

/** Everything that may be running when the process dies. */
export const scenarios: readonly Scenario[] = [
  approvedQuickly,
  plain('approved slowly', () => approve({ afterMs: 120 })),
  plain('approved with a tip', () => approve({ afterMs: 40, tipMinor: 150 })),
  declined,
  answerLost,
  plain('half an answer', () => approveThenCut('half', { afterMs: 20 })),
  plain('never answered, charged', () => neverAnswer({ afterMs: 20 })),
  plain('never answered, rejected', () => neverAnswer({ afterMs: 20, truth: 'rejected' })),
  plain('Result 99, charged', () => unknownResult({ afterMs: 20 })),
  plain('Result 99, nothing', () => unknownResult({ afterMs: 20, truth: 'rejected' })),
  plain('approved without an amount', () => approvedWithoutAmount({ afterMs: 20 })),
  plain('HTML 502, charged', () => html502({ afterMs: 20, truth: 'approved' })),
  refusedAsBusy,
  cancelled,
  { name: 'approved despite cancel', script: () => approveDespiteCancel({ approveAfterMs: 20 }), cancelAfterMs: 40 },
];
