import { useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import type { PaymentRequest } from '../../../shared/ipc/requests.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { currentLanguage, t } from '../../i18n/t.ts';
import { FactList } from '../../payment/Facts.tsx';
import { client } from '../../pos-client.ts';
import { useFormLocked } from '../../stores/form-locked.ts';
import { useMirror } from '../../stores/mirror.ts';
import { clockText } from '../../time/clock-text.ts';
import './request-note.css';

/** What Willba asks for with this form: for whom, and by whom it was asked. The desk presses Maksa itself. */
export function RequestNote({ request }: { readonly request: PaymentRequest }) {
  const origin = useMirror(({ snapshot }) => snapshot?.form.from ?? null);
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const locked = useFormLocked();
  const [failure, setFailure] = useState<PosError | null>(null);
  const dismiss = async (): Promise<void> => {
    const result = await client.dismissRequest(request.id);
    setFailure(result.ok ? null : result.error);
  };
  return (
    <section className="request" aria-labelledby="request-title">
      <div className="request__what">
        <h2 className="request__title" id="request-title">
          {t('requests.title')}
        </h2>
        <FactList
          look="row"
          facts={[
            { label: t('requests.guest'), value: request.guest },
            { label: t('requests.reference'), value: request.reference },
            { label: t('requests.operator'), value: request.operator },
          ]}
        />
      </div>
      <Button disabled={locked} onPress={() => void dismiss()}>
        {t('requests.dismiss')}
      </Button>
      <p className={origin === null ? 'request__note request__note--how' : 'request__note'}>
        {origin === null
          ? t('requests.locked')
          : t('requests.again', {
              outcome: t(`sale.fromOutcomes.${origin.state}`),
              time: clockText(origin.startedAt, timeZone, currentLanguage()),
            })}
      </p>
      {failure !== null && <FailureNotice error={failure} />}
    </section>
  );
}
