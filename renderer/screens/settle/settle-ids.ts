import type { SettleField } from './settle-model.ts';

/** The fields of the dialog and their ids in the document. */
export const settleIds = {
  charged: 'settle-charged',
  receipt: 'settle-receipt',
  lastFour: 'settle-last-four',
  reason: 'settle-reason',
  name: 'settle-name',
} as const satisfies Record<SettleField, string>;

export const CONFIRM_ID = 'settle-confirm';
