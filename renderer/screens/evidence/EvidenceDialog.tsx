import { useEffect, useRef, useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import type { PaymentEvidence } from '../../../shared/payment-evidence.ts';
import type { Result } from '../../../shared/result.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { moneyText } from '../../i18n/money-text.ts';
import { currentLanguage, t } from '../../i18n/t.ts';
import { BesideNote } from '../../payment/BesideNote.tsx';
import { EvidenceRow } from '../../payment/EvidenceRow.tsx';
import { client } from '../../pos-client.ts';
import { useMirror } from '../../stores/mirror.ts';
import { closeDialog } from '../../stores/view.ts';
import { dateAndClockText } from '../../time/clock-text.ts';
import { Receipts } from './Receipts.tsx';
import './evidence.css';

/** The evidence for a payment's verdict, row by row. */
export function EvidenceDialog({ payment }: { readonly payment: PaymentView }) {
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const state = useMirror(({ snapshot }) => (snapshot?.current?.id === payment.id ? snapshot.current.state : payment.state));
  const [read, setRead] = useState<Result<PaymentEvidence, PosError> | null>(null);
  // Evidence that arrives while the dialog is open is loaded at once.
  useEffect(() => {
    let wanted = state !== null;
    void client.paymentEvidence(payment.id).then((result) => wanted && setRead(result));
    return () => {
      wanted = false;
    };
  }, [payment.id, state]);

  // The list takes the focus only if it can scroll, so that the keyboard can scroll it.
  const scroller = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = scroller.current;
    if (read !== null && element !== null) element.tabIndex = element.scrollHeight > element.clientHeight ? 0 : -1;
  }, [read]);

  const facts = [
    moneyText(payment.amountMinor, payment.currency),
    payment.reference,
    payment.terminalName,
    dateAndClockText(payment.startedAt, timeZone, currentLanguage()),
  ];
  return (
    <DialogFrame look="wide" title={t('evidence.title')} onClose={closeDialog}>
      <div className="evidence__head">
        <p className="evidence__order number">
          {t('outcome.facts.order')} <strong>{payment.orderId}</strong>
        </p>
        <p className="number">{facts.filter((fact) => fact !== null && fact !== '').join(' · ')}</p>
        <p className="evidence__text">{t('evidence.text')}</p>
      </div>
      <section className="dialog__body evidence" aria-label={t('evidence.list')} ref={scroller}>
        {read === null && <p>{t('evidence.loading')}</p>}
        {read !== null && !read.ok && <FailureNotice error={read.error} />}
        {read?.ok === true && <BesideNote beside={read.value.beside} currency={payment.currency} />}
        {read?.ok === true && read.value.entries.length === 0 && <p>{t('evidence.empty')}</p>}
        {read?.ok === true && (
          <ol className="evidence__rows">
            {read.value.entries.map((entry) => (
              <EvidenceRow key={`${entry.at}:${entry.kind}:${entry.state}`} entry={entry} timeZone={timeZone} currency={payment.currency} />
            ))}
          </ol>
        )}
        {read?.ok === true && read.value.receipts.length > 0 && <Receipts receipts={read.value.receipts} />}
      </section>
      <div className="dialog__actions dialog__actions--one">
        <Button size="large" onPress={closeDialog}>
          {t('common.close')}
        </Button>
      </div>
    </DialogFrame>
  );
}
