import type { OtherDesksTest, SavedConnections } from '../../../shared/connections.ts';
import { Light } from '../../components/Mark.tsx';
import { t } from '../../i18n/t.ts';

/** Whether the provisioning file lets this desk's payments be written for the other desks. Shown where there is a Strapi. */
export function OtherDesksFacts({ saved: { strapi } }: { readonly saved: SavedConnections }) {
  return strapi === null ? null : (
    <p className="field__hint">{t(strapi.hasOutboxToken ? 'otherDesks.hasOutboxToken' : 'otherDesks.noOutboxToken')}</p>
  );
}

/** What the test of both rights brought. Nothing where there is no Strapi. */
export function OtherDesksResults({ test }: { readonly test: OtherDesksTest }) {
  return (['reading', 'writing'] as const).map((right) => {
    const result = test[right];
    if (result === 'not-configured') return null;
    return (
      <li key={right} className="settings__result">
        <Light kind={result === 'ok' ? 'green' : result === 'secrets-missing' ? 'unknown' : 'red'} />
        <span>
          <strong>{t(`otherDesks.test.${right}`)}</strong>{' '}
          {result === 'ok' ? t('otherDesks.test.ok') : t(`otherDesks.test.results.${result}`)}
        </span>
      </li>
    );
  });
}
