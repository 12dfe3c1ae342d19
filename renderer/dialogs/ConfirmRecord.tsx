import { useEffect, useRef } from 'react';
import { Button } from '../components/Button.tsx';
import { moneyText } from '../i18n/money-text.ts';
import { t } from '../i18n/t.ts';
import { doNotCharge, recordAnyway } from '../screens/sale/sale-flow.ts';
import type { RecordQuestion } from '../stores/view.ts';
import { DialogFrame } from './DialogFrame.tsx';
import { WarningList } from './WarningList.tsx';

/** Something speaks against recording this charge: one charge may be counted twice. Recording is never on Enter. */
export function ConfirmRecord({ question }: { readonly question: RecordQuestion }) {
  const sum = moneyText(question.amountMinor);
  const actions = useRef<HTMLDivElement>(null);
  useEffect(() => {
    actions.current?.querySelector<HTMLButtonElement>('.button--primary')?.focus();
  }, []);
  return (
    <DialogFrame title={t('manual.confirmTitle', { sum })} role="alertdialog" onClose={doNotCharge}>
      {question.reference !== '' && <p className="dialog__text">{t('manual.confirmWhat', { reference: question.reference })}</p>}
      <WarningList {...question} />
      <div className="dialog__actions" ref={actions}>
        <Button size="large" notOnEnter onPress={() => recordAnyway(question)}>
          {t('manual.confirmYes', { sum })}
        </Button>
        <Button look="primary" size="large" onPress={doNotCharge}>
          {t('manual.confirmNo')}
        </Button>
      </div>
    </DialogFrame>
  );
}
