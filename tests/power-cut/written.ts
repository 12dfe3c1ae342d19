export const ACKNOWLEDGED = 'acknowledged.txt';
/** Enough pages that SQLite folds its log into the file on the way, as it does after about a thousand. */
export const PAYMENTS_A_SESSION = 70;
export const ROWS_A_PAYMENT = 4;

export type Orders = {
  readonly folder: string;
  /** How often the journal is opened, filled and closed. */
  readonly sessions: number;
  /** The control: `synchronous=NORMAL`, which must be seen to lose what was acknowledged. */
  readonly weaker: boolean;
};
