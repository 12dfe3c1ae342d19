import { Page } from '../../frame/Page.tsx';
import { t } from '../../i18n/t.ts';
import { AddName } from './AddName.tsx';
import { OperatorNames } from './OperatorNames.tsx';

/** Asks who is at the desk before the first sale of a shift. */
export function OperatorScreen() {
  return (
    <Page title={t('operator.title')}>
      <p className="page__lead">{t('operator.text')}</p>
      <OperatorNames />
      <AddName />
    </Page>
  );
}
