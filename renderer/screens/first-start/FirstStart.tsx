import { useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { ImportFile } from '../../frame/ImportFile.tsx';
import { LanguageChoice } from '../../frame/LanguageChoice.tsx';
import { Page } from '../../frame/Page.tsx';
import { t } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import './first-start.css';

/** Before support has handed over the provisioning file, training mode is the only thing to do. */
export function FirstStart() {
  const [failure, setFailure] = useState<PosError | null>(null);
  const start = async (): Promise<void> => {
    const result = await client.startTraining();
    setFailure(result.ok ? null : result.error);
  };
  return (
    <Page title={t('firstStart.title')}>
      <p className="page__lead">{t('firstStart.lead')}</p>
      <div className="first__language">
        <LanguageChoice />
      </div>
      <h2 className="first__title">{t('firstStart.supportTitle')}</h2>
      <p className="first__text">{t('firstStart.support')}</p>
      <ImportFile />
      <h2 className="first__title">{t('firstStart.trainingTitle')}</h2>
      <p className="first__text">{t('firstStart.training')}</p>
      {failure !== null && <FailureNotice error={failure} />}
      <div className="first__action">
        <Button look="primary" size="large" onPress={() => void start()}>
          {t('firstStart.start')}
        </Button>
      </div>
    </Page>
  );
}
