import { Page } from '../../frame/Page.tsx';
import { t } from '../../i18n/t.ts';
import { OperatorNames } from './OperatorNames.tsx';

/** Before the first sale of a shift: who is here? */
export function OperatorScreen() {
  return (
    <Page title={t('operator.title')}>
      <p className="page__lead">{t('operator.text')}</p>
      <OperatorNames />
    </Page>
  );
}
