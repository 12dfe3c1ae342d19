import { Button } from '../components/Button.tsx';
import { t } from '../i18n/t.ts';
import { closeDialog } from '../stores/view.ts';

/** Enter in the dialog's last field moves here, but presses nothing. */
export const CONFIRM_ID = 'dialog-confirm';

type ConfirmFootProps = {
  /** The button's text. */
  readonly text: string;
  readonly pending: boolean;
  readonly onConfirm: () => void;
};

/** The buttons of a dialog that moves money or records a person's word: the way back, and one that no Enter of a field presses. `Peruuta` would read as cancelling a payment. */
export function ConfirmFoot({ text, pending, onConfirm }: ConfirmFootProps) {
  return (
    <div className="dialog__actions">
      <Button size="large" onPress={closeDialog}>
        {t('common.back')}
      </Button>
      <Button look="primary" size="large" id={CONFIRM_ID} disabled={pending} onPress={onConfirm}>
        {text}
      </Button>
    </div>
  );
}
