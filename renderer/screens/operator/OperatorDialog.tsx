import { Button } from '../../components/Button.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { t } from '../../i18n/t.ts';
import { closeDialog } from '../../stores/view.ts';
import { OperatorNames } from './OperatorNames.tsx';

/** Changes who is at the desk. */
export function OperatorDialog() {
  return (
    <DialogFrame title={t('operator.title')} onClose={closeDialog}>
      <p className="dialog__text">{t('operator.text')}</p>
      <div className="dialog__body">
        <OperatorNames onChosen={closeDialog} />
      </div>
      <div className="dialog__actions dialog__actions--one">
        <Button onPress={closeDialog}>{t('common.close')}</Button>
      </div>
    </DialogFrame>
  );
}
