import { client } from '../pos-client.ts';
import { mirrorShows, refetchSnapshot } from '../stores/mirror.ts';
import { useSaleForm } from '../stores/sale-form.ts';
import { closeDialog, useView } from '../stores/view.ts';
import { charge, retry } from './charge.ts';
import { focusField } from './sale-fields.ts';

let choosing = false;

/**
 * The picker's choice, and what it was asked for. The picker stays until the choice is known on the sale screen: a sale
 * started in between would go to the terminal before.
 */
export async function takeTerminal(terminalId: string): Promise<void> {
  const { dialog } = useView.getState();
  if (dialog?.kind !== 'picker' || choosing) return;
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
  if (dialog.purpose === 'pay') await charge(terminalId, []);
  if (dialog.purpose === 'retry') await retry(dialog.payment, terminalId);
}

/**
 * The keyboard goes to the sum where that is still missing, else back to the terminal. Two frames later: by then the
 * dialog has given the focus back to what opened it, which the first choice has replaced.
 */
function focusAfterChoice(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (useSaleForm.getState().amountText === '') focusField('amount');
      else if (document.activeElement === document.body) focusField('terminal');
    }),
  );
}
