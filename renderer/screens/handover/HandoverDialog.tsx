import { useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import type { HandoverItem } from '../../../shared/handover.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { HandoverItems } from '../../frame/HandoverItems.tsx';
import { t } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { useMirror } from '../../stores/mirror.ts';
import { closeDialog } from '../../stores/view.ts';

/** What the shift before left open, taken over by the name of who is at the desk now. */
export function HandoverDialog() {
  const handover = useMirror(({ snapshot }) => snapshot?.handover ?? null);
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const [failure, setFailure] = useState<PosError | null>(null);
  const take = async (by: string, items: readonly HandoverItem[]): Promise<void> => {
    const taken = await client.takeOver(
      by,
      items.map(({ paymentId, why }) => ({ paymentId, why })),
    );
    setFailure(taken.ok ? null : taken.error);
    if (taken.ok) closeDialog();
  };
  return (
    <DialogFrame title={t('handover.title')} onClose={closeDialog}>
      {handover === null ? (
        <p className="dialog__text">{t('handover.gone')}</p>
      ) : (
        <>
          <p className="dialog__text">
            {handover.from === null
              ? t('handover.textFirst', { name: handover.by })
              : t('handover.text', { name: handover.by, before: handover.from })}
          </p>
          <div className="dialog__body">
            <HandoverItems items={handover.items} timeZone={timeZone} />
            {failure !== null && <FailureNotice error={failure} />}
          </div>
        </>
      )}
      <div className={handover === null ? 'dialog__actions dialog__actions--one' : 'dialog__actions'}>
        <Button size="large" onPress={closeDialog}>
          {t('handover.back')}
        </Button>
        {handover !== null && (
          <Button look="primary" size="large" onPress={() => void take(handover.by, handover.items)}>
            {t('handover.take')}
          </Button>
        )}
      </div>
    </DialogFrame>
  );
}
