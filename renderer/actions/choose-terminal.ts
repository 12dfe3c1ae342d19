import { client } from '../pos-client.ts';
import { mirrorShows, refetchSnapshot } from '../stores/mirror.ts';
import { useSaleForm } from '../stores/sale-form.ts';
import { closeDialog, useView } from '../stores/view.ts';
import { charge, retry } from './charge.ts';
import { focusField } from './sale-fields.ts';

let choosing = false;

/**
 * Uses the picker's choice for what the picker was opened for. The picker stays open until the sale screen knows the choice: a sale started
 * before that would go to the previous terminal.
 */
export async function takeTerminal(terminalId: string): Promise<void> {
  const { dialog } = useView.getState();
  if (dialog?.kind !== 'picker' || choosing) return;
  // Another terminal for one sale: this PC keeps its own.
  if (dialog.purpose === 'retry') {
    closeDialog();
    return retry(dialog.payment, terminalId);
  }
  choosing = true;
  const result = await client.chooseTerminal(terminalId);
  if (result.ok && !(await mirrorShows(({ terminals }) => terminals.chosen?.terminalId === terminalId))) await refetchSnapshot();
  choosing = false;
  if (useView.getState().dialog !== dialog) return;
  closeDialog();
  if (!result.ok) {
    useSaleForm.setState({ failure: result.error });
    return;
  }
  if (dialog.purpose === 'remember') focusAfterChoice();
  if (dialog.purpose === 'pay') {
    if (useSaleForm.getState().form === dialog.form) await charge(terminalId, []);
    else useSaleForm.setState({ failure: { code: 'form-changed', moneyMoved: 'no', retry: 'safe', ref: '' } });
  }
}

/**
 * Moves the focus to the sum if it is missing, else to the terminal. It waits two frames: first the dialog returns the focus to the button
 * that opened it, and the first choice has replaced that button.
 */
function focusAfterChoice(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (useSaleForm.getState().amountText === '') focusField('amount');
      else if (document.activeElement === document.body) focusField('terminal');
    }),
  );
}
