import { useEffect, useState } from 'react';
import type { PosError } from '../../shared/errors.ts';
import type { PaymentView } from '../../shared/payment.ts';
import type { PaymentEvidence } from '../../shared/payment-evidence.ts';
import type { Result } from '../../shared/result.ts';
import { Button } from '../components/Button.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { currentLanguage, t } from '../i18n/t.ts';
import { proves, weightOf } from '../payment/evidence-texts.ts';
import { client } from '../pos-client.ts';
import { useMirror } from '../stores/mirror.ts';
import { openDialog } from '../stores/view.ts';
import { clockWithSecondsText } from '../time/clock-text.ts';
import './payment-events.css';

/** What happened to a payment, in short; the evidence behind each step is a press away. */
export function PaymentEvents({ payment }: { readonly payment: PaymentView }) {
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const [read, setRead] = useState<Result<PaymentEvidence, PosError> | null>(null);
  useEffect(() => {
    let wanted = payment.state !== null;
    void client.paymentEvidence(payment.id).then((result) => wanted && setRead(result));
    return () => {
      wanted = false;
    };
  }, [payment.id, payment.state]);
  return (
    <section className="events" aria-labelledby="events-title">
      <div className="events__head">
        <h2 className="events__title" id="events-title">
          {t('evidence.list')}
        </h2>
        <Button look="quiet" onPress={() => openDialog({ kind: 'evidence', payment })}>
          {t('evidence.open')}
        </Button>
      </div>
      {read === null && <p>{t('evidence.loading')}</p>}
      {read !== null && !read.ok && <FailureNotice error={read.error} />}
      {read?.ok === true && (
        <ol className="events__rows">
          {read.value.entries.map((entry) => (
            <li className={`events__row events__row--${weightOf(entry)}`} key={`${entry.at}:${entry.kind}:${entry.state}`}>
              <time className="number" dateTime={entry.at}>
                {clockWithSecondsText(entry.at, timeZone, currentLanguage())}
              </time>
              <p>
                {t(`evidence.kinds.${entry.kind}`)} {weightOf(entry) !== 'nothing' && <strong>{proves(entry)}</strong>}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
