import { useEffect, useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { startAfresh } from '../../actions/after-outcome.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Mark } from '../../components/Mark.tsx';
import { CheckLink } from '../../frame/CheckLink.tsx';
import { EvidenceButton } from '../../frame/EvidenceButton.tsx';
import { OutcomeHeading, OutcomeWindow } from '../../frame/OutcomeWindow.tsx';
import { PaymentEvents } from '../../frame/PaymentEvents.tsx';
import { PaymentReceipt } from '../../frame/PaymentReceipt.tsx';
import { ReceiptButton } from '../../frame/ReceiptButton.tsx';
import { StartingNote } from '../../frame/StartingNote.tsx';
import { SETTLING_MS } from '../../keys/key-guard.ts';
import { useGuardedKeys } from '../../keys/use-guarded-keys.ts';
import { BesideNote } from '../../payment/BesideNote.tsx';
import { checkForPayment } from '../../payment/check-for-payment.ts';
import { OutcomeFacts } from '../../payment/Facts.tsx';
import { headingText, tagText } from '../../payment/headings.ts';
import { enterStartsAfresh, looks } from '../../payment/looks.ts';
import { NotInWillba } from '../../payment/NotInWillba.tsx';
import { dccSentence, moneySentence, nextSentence, whySentence } from '../../payment/outcome-texts.ts';
import { RestNote } from '../../payment/RestNote.tsx';
import { Unwritten } from '../../payment/Unwritten.tsx';
import { useMeaning } from '../../payment/use-meaning.ts';
import { WindowSums } from '../../payment/WindowSums.tsx';
import { isCovered } from '../../stores/covered.ts';
import { useMirror } from '../../stores/mirror.ts';
import { useSaleForm } from '../../stores/sale-form.ts';
import { ChargedNote } from './ChargedNote.tsx';
import { FRESH_ID, OutcomeActions } from './OutcomeActions.tsx';
import { SaleNote } from './SaleNote.tsx';

/** How a payment ended. It stays until somebody acts. */
export function OutcomeScreen({ payment }: { readonly payment: PaymentView }) {
  const [failure, setFailure] = useState<PosError | null>(null);
  const formFailure = useSaleForm((form) => form.failure);
  const shownFailure = failure ?? formFailure;
  const browsing = useMirror(({ snapshot }) => snapshot?.browsing ?? false);
  const meaning = useMeaning(payment);
  const look = looks[meaning];
  const complete = enterStartsAfresh(payment, meaning);
  useGuardedKeys(SETTLING_MS, (event) => {
    // Enter works only if everything is paid: otherwise it would drop a sum that is still to be collected.
    const elsewhere = event.target instanceof HTMLButtonElement;
    if (event.code !== 'Enter' || !complete || elsewhere || isCovered()) return;
    event.preventDefault();
    void startAfresh(payment).then(setFailure);
  });
  // Everything is done: the way on has the focus. A payment that is only looked at is read first.
  const goesOn = complete && !browsing;
  useEffect(() => {
    if (goesOn && !isCovered()) document.getElementById(FRESH_ID)?.focus();
  }, [goesOn]);

  const why = whySentence(payment);
  const check = checkForPayment(payment);
  const next = nextSentence(payment);
  const dcc = dccSentence(payment);
  const tag = tagText(payment, meaning);
  return (
    <OutcomeWindow
      tone={look.tone}
      actions={<OutcomeActions payment={payment} meaning={meaning} enterStartsAfresh={complete} onFailure={setFailure} />}
    >
      <div className="window__content" data-meaning={meaning}>
        <Mark sign={look} size="window" />
        <WindowSums payment={payment} look={look} />
        <OutcomeHeading text={headingText(payment, meaning)} describedBy="outcome-money" />
        {tag !== null && <p className="window__tag">{tag}</p>}
        <p className="window__money number" id="outcome-money">
          {moneySentence(payment)}
        </p>
        {(why !== null || next !== null) && (
          <p className="window__sentence">
            {why} {next}
          </p>
        )}
        {dcc !== null && <p className="window__sentence number">{dcc}</p>}
        <RestNote payment={payment} />
        <BesideNote beside={payment.beside} currency={payment.currency} />
        <SaleNote payment={payment} />
        <ChargedNote payment={payment} meaning={meaning} />
        {payment.unwritten && <Unwritten payment={payment} />}
        <NotInWillba paymentId={payment.id} />
        <OutcomeFacts payment={payment} />
        <div className="window__links">
          {check !== null && <CheckLink check={check} terminalId={payment.terminalId} />}
          {!browsing && <ReceiptButton payment={payment} />}
          {!browsing && <EvidenceButton payment={payment} />}
        </div>
        {browsing && <PaymentReceipt payment={payment} />}
        {browsing && <PaymentEvents payment={payment} />}
        <StartingNote />
        {shownFailure !== null && <FailureNotice error={shownFailure} />}
      </div>
    </OutcomeWindow>
  );
}
