/** What the guest, another desk and the cloud do at one virtual terminal. `plays` describes it in words. */
export type Scenario = ServingScenario | OccupiedScenario | AbsentScenario;

export interface ServingScenario {
  readonly plays: string;
  readonly kind: 'serves';
  /** Real milliseconds from the sum on the terminal's display until `ending`, if nobody cancels. */
  readonly guestTakesMs: number;
  readonly ending: Ending;
  readonly onCancel: OnCancel;
  readonly delivery: Delivery;
}

/** Another desk's payment is always running at this terminal. */
export interface OccupiedScenario {
  readonly plays: string;
  readonly kind: 'occupied';
}

/** Nets cannot reach the terminal: its id is unknown, or it is listed and switched off. */
export interface AbsentScenario {
  readonly plays: string;
  readonly kind: 'absent';
  readonly listed: boolean;
}

/** How the transaction ends at the terminal. The ledger holds this, whatever the desk is told. */
export type Ending =
  | { readonly kind: 'approved'; readonly charge: Charge; readonly verification: Verification; readonly paysIn: 'EUR' | 'SEK' }
  | {
      readonly kind: 'declined';
      readonly responseCode: string;
      readonly why: 'insufficient-funds' | 'expired-card';
      /** A refusal "usually" comes as a 400. Some come as a 200 whose record says Result 2. */
      readonly status: 200 | 400;
    }
  | { readonly kind: 'cancelled'; readonly by: 'guest' | 'desk' }
  | { readonly kind: 'timed-out' };

/** What is charged compared with what was asked. */
export type Charge = 'as-asked' | 'with-tip' | 'with-surcharge' | 'half';

export type Verification = 'pin' | 'signature' | 'none' | 'consumer-device';

/**
 * What the terminal does with a cancel.
 * - `obeys`: stops, unless the PIN was entered and the issuer is being asked (the last second before the ending).
 * - `pays-anyway`: the cancel reaches the terminal, but the guest's approval comes first.
 * - `ignores`: nothing happens; the terminal hangs.
 */
export type OnCancel = 'obeys' | 'pays-anyway' | 'ignores';

/**
 * How the ending reaches the desk.
 * - `answered`: in the answer to the open POST.
 * - `unknown-99`: the answer says Result 99; a lookup tells the ending later.
 * - `lost`: the socket of the open POST is closed; a lookup tells the ending later.
 * - `lost-then-other-desk`: lost, and another desk's sale replaces it before it can be looked up.
 * - `lost-then-keyed-by-hand`: lost, and somebody types the same sum at the terminal: an approval without orderId.
 */
export type Delivery = 'answered' | 'unknown-99' | 'lost' | 'lost-then-other-desk' | 'lost-then-keyed-by-hand';

/** The times of every virtual terminal, in real milliseconds. */
export const TERMINAL_TIMES = {
  /** From the accepted PIN to the issuer's answer. A cancel in this time is too late. */
  issuerMs: 1_000,
  /** From cancelAction until the terminal has cancelled and the open POST is answered. */
  cancelMs: 400,
  /** From cancelAction to the approval in `pays-anyway`. */
  racingApprovalMs: 2_000,
  /** After this time a lookup shows a finished transaction; before, it shows the previous one. */
  lookupLagMs: 3_000,
  /** From a lost answer to the other transaction that replaces it. Shorter than the lag, so a lookup never shows ours. */
  overwrittenMs: 1_000,
  /** How long after a payment a void still gets "terminal busy". */
  settlingMs: 3_000,
  voidMs: 2_000,
  serviceMs: 4_000,
} as const;
