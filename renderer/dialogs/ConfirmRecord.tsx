import { useEffect, useRef } from 'react';
import { Button } from '../components/Button.tsx';
import { moneyText } from '../i18n/money-text.ts';
import { t } from '../i18n/t.ts';
import { formAmount } from '../screens/sale/form-amount.ts';
import { doNotCharge, recordAnyway } from '../screens/sale/sale-flow.ts';
import { useSaleForm } from '../stores/sale-form.ts';
import type { OpenDialog } from '../stores/view.ts';
import { DialogFrame } from './DialogFrame.tsx';
import { WarningList } from './WarningList.tsx';

type ConfirmRecordProps = Omit<Extract<OpenDialog, { kind: 'confirm-record' }>, 'kind'>;

/** Something speaks against recording this charge: one charge may be counted twice. Recording is never on Enter. */
export function ConfirmRecord({ warnings, confirmed }: ConfirmRecordProps) {
  const actions = useRef<HTMLDivElement>(null);
  const amount = formAmount(useSaleForm());
  useEffect(() => {
    actions.current?.querySelector<HTMLButtonElement>('.button--primary')?.focus();
  }, []);
  return (
    <DialogFrame
      title={t('manual.confirmTitle', { sum: amount.ok ? moneyText(amount.value) : '' })}
      role="alertdialog"
      onClose={doNotCharge}
    >
      <WarningList warnings={warnings} />
      <div className="dialog__actions" ref={actions}>
        <Button size="large" notOnEnter onPress={() => recordAnyway([...confirmed, ...warnings])}>
          {t('manual.confirmYes')}
        </Button>
        <Button look="primary" size="large" onPress={doNotCharge}>
          {t('manual.confirmNo')}
        </Button>
      </div>
    </DialogFrame>
  );
}
