import type { CommandInput } from '../../shared/ipc/contract.ts';
import type { LinkProblem, PaymentRequest } from '../../shared/ipc/requests.ts';
import type { PaymentStateName } from '../../shared/payment.ts';

/** Just before the transaction begins, after its rows are written but not committed, or after it has returned. */
export const moments = ['before', 'within', 'after'] as const;

/** The process kills itself at its n-th write to the journal, since it started or since it was told to count; the first write is 1. */
export type KillPoint = { readonly write: number; readonly moment: (typeof moments)[number]; readonly from: 'start' | 'order' };

/** The command-line orders for the program under test. */
export type Orders = {
  readonly dataFolder: string;
  readonly baseUrl: string;
  /** Where Willba hears of payments; null where it does not. */
  readonly willba: { readonly webhookUrl: string; readonly webhookSecret: string } | null;
  /** How many times faster than the wall its clock runs: the lookups of three minutes pass in seconds. */
  readonly speed: number;
  readonly kill: KillPoint | null;
};

export type ToProgram =
  | { readonly type: 'sell'; readonly input: CommandInput<'startSale'> }
  | { readonly type: 'cancel'; readonly paymentId: string }
  | { readonly type: 'release'; readonly paymentId: string }
  /** A person presses Tarkista nyt. */
  | { readonly type: 'look'; readonly paymentId: string }
  /** A link of Willba is opened on this PC. */
  | { readonly type: 'open'; readonly link: string }
  /** Its writes count from now on. */
  | { readonly type: 'count' }
  | { readonly type: 'close' };

export type FromProgram =
  | { readonly type: 'ready'; readonly problem: string | null }
  | { readonly type: 'started'; readonly idempotencyKey: string; readonly paymentId: string | null; readonly code: string | null }
  | { readonly type: 'state'; readonly paymentId: string; readonly state: PaymentStateName }
  /** What is shown after a link was opened. `form` names the form, and so the payment that it would become. */
  | { readonly type: 'opened'; readonly form: string; readonly request: PaymentRequest | null; readonly refused: LinkProblem | null };
