import { Button } from '../../components/Button.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { t } from '../../i18n/t.ts';
import { closeDialog } from '../../stores/view.ts';
import { TodayList } from './TodayList.tsx';

/** The payments of the day, if the sale screen has no room for them. */
export function TodayDrawer() {
  return (
    <DialogFrame title={t('today.title')} look="drawer" onClose={closeDialog}>
      <TodayList titled={false} />
      <div className="dialog__actions dialog__actions--one">
        <Button onPress={closeDialog}>{t('common.close')}</Button>
      </div>
    </DialogFrame>
  );
}
