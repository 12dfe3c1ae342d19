import { Button } from '../components/Button.tsx';
import { t } from '../i18n/t.ts';
import { closeDialog } from '../stores/view.ts';

/** Enter in the dialog's last field comes here, and presses nothing. */
export const CONFIRM_ID = 'dialog-confirm';

type ConfirmFootProps = {
  /** What the press says or does. */
  readonly text: string;
  readonly pending: boolean;
  readonly onConfirm: () => void;
};

/** The foot of a dialog in which somebody gives their word or moves money: the way out, and one press that is never on Enter. */
export function ConfirmFoot({ text, pending, onConfirm }: ConfirmFootProps) {
  return (
    <div className="dialog__actions">
      <Button size="large" onPress={closeDialog}>
        {t('common.cancel')}
      </Button>
      <Button look="primary" size="large" id={CONFIRM_ID} notOnEnter disabled={pending} onPress={onConfirm}>
        {text}
      </Button>
    </div>
  );
}
