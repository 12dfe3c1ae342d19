import { returnFocus } from '../../actions/focus-before.ts';
import { Button } from '../../components/Button.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { t } from '../../i18n/t.ts';
import { closeDialog } from '../../stores/view.ts';
import { AddName } from './AddName.tsx';
import { OperatorNames } from './OperatorNames.tsx';

/** Changes who is at the desk: one tap opens it, one tap chooses, and the hand is back where it was. */
export function OperatorDialog() {
  const close = (): void => {
    closeDialog();
    returnFocus();
  };
  return (
    <DialogFrame title={t('operator.title')} onClose={close}>
      <p className="dialog__text">{t('operator.text')}</p>
      <div className="dialog__body">
        <OperatorNames onChosen={close} />
        <AddName onAdded={close} />
      </div>
      <div className="dialog__actions dialog__actions--one">
        <Button onPress={close}>{t('common.close')}</Button>
      </div>
    </DialogFrame>
  );
}
