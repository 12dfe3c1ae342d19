import { useEffect, useRef } from 'react';
import { Button } from '../components/Button.tsx';
import { Mark } from '../components/Mark.tsx';
import { t } from '../i18n/t.ts';
import { chargeAnyway, doNotCharge } from '../screens/sale/sale-flow.ts';
import type { OpenDialog } from '../stores/view.ts';
import './confirm-charge.css';
import { DialogFrame } from './DialogFrame.tsx';

type ConfirmChargeProps = Omit<Extract<OpenDialog, { kind: 'confirm' }>, 'kind'>;

/** Something speaks against charging. Not charging is the main way out; charging is a choice of its own, never on Enter. */
export function ConfirmCharge({ terminalId, warnings, confirmed }: ConfirmChargeProps) {
  const actions = useRef<HTMLDivElement>(null);
  useEffect(() => {
    actions.current?.querySelector<HTMLButtonElement>('.button--primary')?.focus();
  }, []);
  return (
    <DialogFrame title={t('sale.confirmTitle')} role="alertdialog" onClose={doNotCharge}>
      <ul className="warnings">
        {warnings.map((warning) => (
          <li key={warning} className="warnings__warning">
            <Mark kind="unclear" />
            <span>{t(`warnings.${warning}`)}</span>
          </li>
        ))}
      </ul>
      <div className="dialog__actions" ref={actions}>
        <Button size="large" notOnEnter onPress={() => chargeAnyway(terminalId, [...confirmed, ...warnings])}>
          {t('sale.confirmYes')}
        </Button>
        <Button look="primary" size="large" onPress={doNotCharge}>
          {t('sale.confirmNo')}
        </Button>
      </div>
    </DialogFrame>
  );
}
