import { I18nProvider } from 'react-aria-components/I18nProvider';
import { LOCALES } from '../shared/money.ts';
import { currentLanguage } from './i18n/t.ts';
import { ChecksDialog } from './screens/checks/ChecksDialog.tsx';
import { ClosingDialog } from './screens/closing/ClosingDialog.tsx';
import { ConfirmCharge } from './screens/confirm/ConfirmCharge.tsx';
import { ConfirmManualEntry } from './screens/confirm/ConfirmManualEntry.tsx';
import { CoveredScreen } from './screens/covered/CoveredScreen.tsx';
import { ReconcileDialog } from './screens/day-close/ReconcileDialog.tsx';
import { EvidenceDialog } from './screens/evidence/EvidenceDialog.tsx';
import { HandoverDialog } from './screens/handover/HandoverDialog.tsx';
import { KeysDialog } from './screens/keys/KeysDialog.tsx';
import { LetStandDialog } from './screens/let-stand/LetStandDialog.tsx';
import { MissingPaymentsDialog } from './screens/missing/MissingPaymentsDialog.tsx';
import { OperatorDialog } from './screens/operator/OperatorDialog.tsx';
import { TerminalPicker } from './screens/picker/TerminalPicker.tsx';
import { ReceiptDialog } from './screens/receipt/ReceiptDialog.tsx';
import { RefundDialog } from './screens/refund/RefundDialog.tsx';
import { SettingsDialog } from './screens/settings/SettingsDialog.tsx';
import { SettleDialog } from './screens/settle/SettleDialog.tsx';
import { TodayDrawer } from './screens/today/TodayDrawer.tsx';
import { TourDialog } from './screens/tour/TourDialog.tsx';
import { VoidDialog } from './screens/void/VoidDialog.tsx';
import { useMirror } from './stores/mirror.ts';
import { useView } from './stores/view.ts';

/** The open dialog, if any. It is a chunk of its own, because typing the first amount needs none of it. */
export function Dialogs() {
  return (
    <I18nProvider locale={LOCALES[currentLanguage()]}>
      <OpenDialog />
      <ShownKeys />
      <Cover />
      <ClosingQuestion />
    </I18nProvider>
  );
}

function Cover() {
  const covered = useView((view) => view.covered);
  return covered ? <CoveredScreen /> : null;
}

/** Shown over any open dialog, so that what somebody typed there remains if they stay. */
function ClosingQuestion() {
  const closing = useMirror(({ snapshot }) => snapshot?.closing ?? null);
  return closing === null ? null : <ClosingDialog closing={closing} />;
}

function ShownKeys() {
  return useView((view) => view.keys) ? <KeysDialog /> : null;
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
      return <ConfirmManualEntry question={dialog.question} />;
    case 'refund':
      return <RefundDialog payment={dialog.payment} />;
    case 'let-stand':
      return <LetStandDialog payment={dialog.payment} />;
    case 'reconcile':
      return <ReconcileDialog terminalId={dialog.terminalId} terminalName={dialog.terminalName} last={dialog.last} />;
    case 'checks':
      return <ChecksDialog terminalId={dialog.terminalId} wanted={dialog.check} />;
    case 'settings':
      return <SettingsDialog />;
    case 'void':
      return <VoidDialog payment={dialog.payment} />;
    case 'missing-payments':
      return <MissingPaymentsDialog />;
    case 'handover':
      return <HandoverDialog />;
    case 'operator':
      return <OperatorDialog />;
    case 'evidence':
      return <EvidenceDialog payment={dialog.payment} />;
    case 'receipt':
      return <ReceiptDialog payment={dialog.payment} />;
    case 'settle':
      return <SettleDialog payment={dialog.payment} />;
    case 'tour':
      return <TourDialog />;
    case 'today':
      return <TodayDrawer />;
  }
}
