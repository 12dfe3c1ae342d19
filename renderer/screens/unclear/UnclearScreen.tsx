import { useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { goOnWithAnother, startAfresh } from '../../actions/after-outcome.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Mark } from '../../components/Mark.tsx';
import { CheckLink } from '../../frame/CheckLink.tsx';
import { EvidenceButton } from '../../frame/EvidenceButton.tsx';
import { OutcomeHeading, OutcomeWindow } from '../../frame/OutcomeWindow.tsx';
import { PaymentEvents } from '../../frame/PaymentEvents.tsx';
import { PaymentReceipt } from '../../frame/PaymentReceipt.tsx';
import { ReceiptButton } from '../../frame/ReceiptButton.tsx';
import { t } from '../../i18n/t.ts';
import { SETTLING_MS } from '../../keys/key-guard.ts';
import { useGuardedKeys } from '../../keys/use-guarded-keys.ts';
import { BesideNote } from '../../payment/BesideNote.tsx';
import { UnclearFacts } from '../../payment/Facts.tsx';
import { HintNote } from '../../payment/HintNote.tsx';
import { headingText } from '../../payment/headings.ts';
import { looks } from '../../payment/looks.ts';
import { NotInWillba } from '../../payment/NotInWillba.tsx';
import { OtherDeskNote } from '../../payment/OtherDeskNote.tsx';
import { RestNote } from '../../payment/RestNote.tsx';
import { reversalOf } from '../../payment/reversal-texts.ts';
import { WindowSums } from '../../payment/WindowSums.tsx';
import { client } from '../../pos-client.ts';
import { isCovered } from '../../stores/covered.ts';
import { useMirror } from '../../stores/mirror.ts';
import { openDialog } from '../../stores/view.ts';
import './unclear-screen.css';
import { Unwritten } from '../../payment/Unwritten.tsx';
import { unclearCause, useNextCheck } from '../../payment/unclear-texts.ts';

/** It is not known yet whether the card was charged. The app says so, finds out, and says what to do meanwhile. */
export function UnclearScreen({ payment }: { readonly payment: PaymentView }) {
  const [failure, setFailure] = useState<PosError | null>(null);
  const nextCheck = useNextCheck(payment);
  const back = reversalOf(payment);
  const browsing = useMirror(({ snapshot }) => snapshot?.browsing ?? false);
  const check = async (): Promise<void> => {
    const result = await client.refreshPayment(payment.id);
    setFailure(result.ok ? null : result.error);
  };
  useGuardedKeys(SETTLING_MS, (event) => {
    if (event.code !== 'F5' || !payment.canLookUp || isCovered()) return;
    event.preventDefault();
    void check();
  });
  return (
    <OutcomeWindow
      tone={looks.unclear.tone}
      actions={<UnclearActions payment={payment} onCheck={() => void check()} onFailure={setFailure} />}
    >
      <div className="unclear">
        <div className="unclear__main window__content">
          <Mark sign={looks.unclear} size="window" />
          <WindowSums payment={payment} look={looks.unclear} />
          <OutcomeHeading text={headingText(payment, 'unclear')} describedBy="unclear-cause" />
          <p className="window__sentence" id="unclear-cause">
            {unclearCause(payment)}
          </p>
          <p className="unclear__never">{back === null ? t('outcome.unclear.never') : t(`${back}.unclear.never`)}</p>
          {payment.state === 'checking' && back !== 'void' && <p>{t('outcome.unclear.stop')}</p>}
          <p className="unclear__next number">
            <output>{nextCheck.said}</output> {nextCheck.when}
          </p>
          <RestNote payment={payment} />
          <BesideNote beside={payment.beside} currency={payment.currency} />
          <NotInWillba paymentId={payment.id} />
          {failure !== null && <FailureNotice error={failure} />}
          {payment.unwritten && <Unwritten payment={payment} />}
        </div>
        <UnclearSide payment={payment} browsing={browsing} />
      </div>
      {browsing && <PaymentReceipt payment={payment} />}
      {browsing && <PaymentEvents payment={payment} />}
    </OutcomeWindow>
  );
}

type UnclearActionsProps = {
  readonly payment: PaymentView;
  readonly onCheck: () => void;
  readonly onFailure: (failure: PosError | null) => void;
};

/** The desk may go on, ask Nets once more, or say what happened where nothing can prove it. */
function UnclearActions({ payment, onCheck, onFailure }: UnclearActionsProps) {
  const unresolved = payment.state === 'unresolved';
  return (
    <>
      <Button look="quiet" size="large" onPress={() => void startAfresh(payment).then(onFailure)}>
        {t('outcome.actions.fresh')}
      </Button>
      <Button size="large" onPress={() => void goOnWithAnother(payment).then(onFailure)}>
        {t('outcome.actions.goOn')}
      </Button>
      {payment.canLookUp && (
        <Button look="primary" size="large" shortcut="F5" onPress={onCheck}>
          {t('outcome.actions.check')}
        </Button>
      )}
      {unresolved && (
        <Button size="large" onPress={() => openDialog({ kind: 'settle', payment })}>
          {t('settle.open')}
        </Button>
      )}
    </>
  );
}

/** What to tell the guest, what to ask them for, and what support wants to know. */
function UnclearSide({ payment, browsing }: { readonly payment: PaymentView; readonly browsing: boolean }) {
  const back = reversalOf(payment);
  return (
    <div className="unclear__side">
      <section>
        <h2 className="unclear__label">{t('outcome.unclear.tellGuest')}</h2>
        <p>”{back === null ? t('outcome.unclear.tellGuestText') : t(`${back}.unclear.tellGuestText`)}”</p>
      </section>
      <section>
        <h2 className="unclear__label">{t('outcome.unclear.proof')}</h2>
        <p>{t('outcome.unclear.proofText')}</p>
      </section>
      <HintNote payment={payment} />
      <OtherDeskNote paymentId={payment.id} />
      <section>
        <h2 className="unclear__label">{t('outcome.unclear.support')}</h2>
        <UnclearFacts payment={payment} />
      </section>
      <div className="window__links">
        <CheckLink check="login" terminalId={payment.terminalId} />
        {!browsing && <ReceiptButton payment={payment} />}
        {!browsing && <EvidenceButton payment={payment} />}
      </div>
    </div>
  );
}
