import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Button } from './components/Button.tsx';
import { DialogFrame } from './frame/DialogFrame.tsx';
import { currentLanguage, t } from './i18n/t.ts';
import { ChecksDialog } from './screens/checks/ChecksDialog.tsx';
import { ClosingDialog } from './screens/closing/ClosingDialog.tsx';
import { ConfirmCharge } from './screens/confirm/ConfirmCharge.tsx';
import { ConfirmRecord } from './screens/confirm/ConfirmRecord.tsx';
import { EvidenceDialog } from './screens/evidence/EvidenceDialog.tsx';
import { LetStandDialog } from './screens/let-stand/LetStandDialog.tsx';
import { MissingPaymentsDialog } from './screens/missing/MissingPaymentsDialog.tsx';
import { OperatorNames } from './screens/operator/OperatorNames.tsx';
import { TerminalPicker } from './screens/picker/TerminalPicker.tsx';
import { RefundDialog } from './screens/refund/RefundDialog.tsx';
import { SettingsDialog } from './screens/settings/SettingsDialog.tsx';
import { SettleDialog } from './screens/settle/SettleDialog.tsx';
import { TodayList } from './screens/today/TodayList.tsx';
import { VoidDialog } from './screens/void/VoidDialog.tsx';
import { useMirror } from './stores/mirror.ts';
import { closeDialog, useView } from './stores/view.ts';

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;

/** The dialog that is open, if any. In a chunk of its own: none of it is needed to type the first amount. */
export function Dialogs() {
  return (
    <I18nProvider locale={locales[currentLanguage()]}>
      <OpenDialog />
      <ClosingQuestion />
    </I18nProvider>
  );
}

/** Over whatever is open: what somebody typed there is still there when they stay. */
function ClosingQuestion() {
  const closing = useMirror(({ snapshot }) => snapshot?.desk.closing ?? null);
  return closing === null ? null : <ClosingDialog closing={closing} />;
}

function OpenDialog() {
  const dialog = useView((view) => view.dialog);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'picker':
      return <TerminalPicker task={dialog} />;
    case 'confirm':
      return <ConfirmCharge question={dialog.question} />;
    case 'confirm-record':
      return <ConfirmRecord question={dialog.question} />;
    case 'refund':
      return <RefundDialog payment={dialog.payment} />;
    case 'let-stand':
      return <LetStandDialog payment={dialog.payment} />;
    case 'checks':
      return <ChecksDialog terminalId={dialog.terminalId} wanted={dialog.check} />;
    case 'settings':
      return <SettingsDialog />;
    case 'void':
      return <VoidDialog payment={dialog.payment} />;
    case 'missing-payments':
      return <MissingPaymentsDialog />;
    case 'operator':
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
    case 'evidence':
      return <EvidenceDialog payment={dialog.payment} />;
    case 'settle':
      return <SettleDialog payment={dialog.payment} />;
    case 'today':
      return <TodayDrawer />;
  }
}

function TodayDrawer() {
  return (
    <DialogFrame title={t('today.title')} look="drawer" onClose={closeDialog}>
      <TodayList titled={false} />
      <div className="dialog__actions dialog__actions--one">
        <Button onPress={closeDialog}>{t('common.close')}</Button>
      </div>
    </DialogFrame>
  );
}
