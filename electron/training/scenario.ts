/** What the guest, the desk beside ours and the cloud do at one virtual terminal. `plays` says it to a reader of the table. */
export type Scenario = ServingScenario | OccupiedScenario | AbsentScenario;

export interface ServingScenario {
  readonly plays: string;
  readonly kind: 'serves';
  /** Milliseconds of true time from the sum on the terminal's display until `ending`, if nobody cancels. */
  readonly guestTakesMs: number;
  readonly ending: Ending;
  readonly onCancel: OnCancel;
  readonly delivery: Delivery;
}

/** Another desk's payment never ends there. */
export interface OccupiedScenario {
  readonly plays: string;
  readonly kind: 'occupied';
}

/** Nets cannot reach it: an id that it does not know, or one that it lists although the device is off. */
export interface AbsentScenario {
  readonly plays: string;
  readonly kind: 'absent';
  readonly listed: boolean;
}

/** How the transaction ends at the terminal, which is what the ledger holds, whatever the cash desk hears of it. */
export type Ending =
  | { readonly kind: 'approved'; readonly charge: Charge; readonly verification: Verification; readonly paysIn: 'EUR' | 'SEK' }
  | {
      readonly kind: 'declined';
      readonly responseCode: string;
      readonly why: 'insufficient-funds' | 'expired-card';
      /** Business answers are "usually" a 400: some refusals come as a 200 whose record says Result 2. */
      readonly status: 200 | 400;
    }
  | { readonly kind: 'cancelled'; readonly by: 'guest' | 'desk' }
  | { readonly kind: 'timed-out' };

/** What is charged compared with what was asked. */
export type Charge = 'as-asked' | 'with-tip' | 'with-surcharge' | 'half';

export type Verification = 'pin' | 'signature' | 'none' | 'consumer-device';

/**
 * - `obeys`: stops, unless the PIN is in and the card is on its way to the issuer (the last second before the ending).
 * - `pays-anyway`: the wish reaches the terminal, and the guest's approval wins the race.
 * - `ignores`: nothing happens; the terminal hangs.
 */
export type OnCancel = 'obeys' | 'pays-anyway' | 'ignores';

/**
 * What the cash desk hears of the ending.
 * - `answered`: the open POST tells it.
 * - `unknown-99`: the open POST says Result 99; a lookup tells it later.
 * - `lost`: the socket of the open POST is destroyed; a lookup tells it later.
 * - `lost-then-other-desk`: lost, and another desk's sale overwrites it before anybody can look it up.
 * - `lost-then-keyed-by-hand`: lost, and somebody keys the same sum in at the terminal: an approval without orderId.
 */
export type Delivery = 'answered' | 'unknown-99' | 'lost' | 'lost-then-other-desk' | 'lost-then-keyed-by-hand';

/** The moments that every virtual terminal shares, in milliseconds of true time. */
export const TERMINAL_TIMES = {
  /** From PIN accepted to the issuer's word; a cancel that arrives here is too late. */
  issuerMs: 1_000,
  /** From cancelAction to the display that says cancelled, when the open POST answers. */
  cancelMs: 400,
  /** From cancelAction to the approval that wins all the same. */
  racingApprovalMs: 2_000,
  /** Until a lookup shows a finished transaction; before that it shows the one before. */
  lookupLagMs: 3_000,
  /** From a lost answer to the foreign transaction that overwrites it; less than the lag, so that a lookup never shows ours. */
  overwrittenMs: 1_000,
  /** How long after a payment a void still meets "terminal busy". */
  settlingMs: 3_000,
  voidMs: 2_000,
  serviceMs: 4_000,
} as const;
