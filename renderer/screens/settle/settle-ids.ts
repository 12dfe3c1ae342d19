import { WHO_ID } from '../../frame/WhoField.tsx';
import type { SettleField } from './settle-model.ts';

/** The fields of the dialog and their ids in the document. */
export const settleIds = {
  charged: 'settle-charged',
  receipt: 'settle-receipt',
  lastFour: 'settle-last-four',
  reason: 'settle-reason',
  name: WHO_ID,
} as const satisfies Record<SettleField, string>;
