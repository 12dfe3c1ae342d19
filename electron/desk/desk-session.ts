import type { PaymentRequest } from '../../shared/ipc/requests.ts';
import type { KeptForm } from './form.ts';

/** The state of the desk, handed to the next desk of the same world: a change of settings must not disturb the operator. */
export type DeskSession = {
  readonly operator: string | null;
  readonly form: KeptForm;
  /** What Willba asks for and is not in the form yet. */
  readonly requests: readonly PaymentRequest[];
  /** The payment in the window. Without it the window would show the form again, and a guest who has just paid could be charged again. */
  readonly currentId: string | null;
  /** It was only opened to look at. */
  readonly browsing: boolean;
  readonly lateApprovals: readonly string[];
};
