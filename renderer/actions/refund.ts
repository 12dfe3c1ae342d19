import type { PosError, SaleWarningCode } from '../../shared/errors.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { client } from '../pos-client.ts';
import { shownTerminal, useMirror } from '../stores/mirror.ts';
import { closeDialog } from '../stores/view.ts';

/** This PC's terminal, else the one that took the payment. */
export function refundTerminal(payment: PaymentView): { readonly terminalId: string; readonly name: string } | null {
  const chosen = useMirror.getState().snapshot?.terminals.chosen ?? null;
  if (chosen !== null) return { terminalId: chosen.terminalId, name: chosen.name };
  return payment.terminalId === null ? null : { terminalId: payment.terminalId, name: payment.terminalName ?? payment.terminalId };
}

type RefundForm = {
  readonly payment: PaymentView;
  readonly terminalId: string;
  readonly idempotencyKey: string;
  readonly amountMinor: number;
  readonly confirmed: readonly SaleWarningCode[];
};

/** Starts one refund. The same form pressed twice is the same refund. Null when it has begun and is on the screen. */
export async function startRefund({ payment, confirmed, ...form }: RefundForm): Promise<PosError | null> {
  const result = await client.startRefund({ ...form, originalId: payment.id, confirmed: [...confirmed], shown: shownTerminal() });
  if (!result.ok) return result.error;
  closeDialog();
  return null;
}
