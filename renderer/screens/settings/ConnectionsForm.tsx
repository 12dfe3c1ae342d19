import { useEffect, useRef } from 'react';
import type { ConnectionTest } from '../../../shared/connections.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Light } from '../../components/Mark.tsx';
import { t, tCount } from '../../i18n/t.ts';
import { ConnectionFields } from './ConnectionFields.tsx';
import { differs } from './connections-model.ts';
import { OtherDesksFacts, OtherDesksResults } from './OtherDesksFacts.tsx';
import { useConnections } from './use-connections.ts';
import { WillbaFacts } from './WillbaFacts.tsx';

/** Addresses and log-ins. A saved secret is never shown, and a typed one is forgotten as soon as it is saved. */
export function ConnectionsForm() {
  const { saved, form, change, pending, done, failure, tested, save, runTest } = useConnections();
  const outcome = useRef<HTMLDivElement>(null);
  // The result may be outside a small screen, where nobody would look for it.
  useEffect(() => {
    if (done || failure !== null || tested !== null) outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [done, failure, tested]);

  // Nothing can be typed before the saved values are here: they would overwrite it.
  if (saved === null) {
    return failure === null ? <p className="field__hint">{t('settings.connections.loading')}</p> : <FailureNotice error={failure} />;
  }
  const unsaved = differs(form, saved);

  return (
    <fieldset className="settings__connections">
      <legend className="field__label">{t('settings.connections.legend')}</legend>
      <ConnectionFields form={form} saved={saved} change={change} />
      <OtherDesksFacts saved={saved} />
      <WillbaFacts saved={saved} />
      <div className="settings__buttons">
        {unsaved && (
          <p className="field__hint" id="connections-save-first">
            {t('settings.connections.saveFirst')}
          </p>
        )}
        <Button
          size="large"
          disabled={pending !== null}
          unusableBecause={unsaved ? 'connections-save-first' : undefined}
          onPress={() => void runTest()}
        >
          {pending === 'test' ? t('settings.connections.testing') : t('settings.connections.test')}
        </Button>
        <Button look="primary" size="large" disabled={pending !== null} onPress={() => void save()}>
          {t('settings.connections.save')}
        </Button>
      </div>
      <div className="settings__outcome" ref={outcome}>
        <output aria-live="polite">
          {done && <p className="settings__done">{t('settings.connections.done')}</p>}
          {tested?.with === form && <TestResults test={tested.test} />}
        </output>
        {failure !== null && <FailureNotice error={failure} />}
      </div>
    </fieldset>
  );
}

function TestResults({ test }: { readonly test: ConnectionTest }) {
  const { willba } = test;
  return (
    <ul className="settings__results">
      {(['nets', 'strapi'] as const).map((service) => {
        const { result, terminals, code } = test[service];
        return (
          <li key={service} className="settings__result">
            <Light kind={result === 'ok' ? 'green' : result === 'not-configured' ? 'unknown' : 'red'} />
            <span>
              <strong>{t(`settings.services.${service}`)}</strong>{' '}
              {result === 'ok' ? tCount('settings.results.ok', terminals ?? 0) : t(`settings.results.${result}`)}
              {code !== undefined && ` (${code})`}
            </span>
          </li>
        );
      })}
      <OtherDesksResults test={test.otherDesks} />
      <li className="settings__result">
        <Light kind={willba.result === 'ok' ? 'green' : willba.result === 'not-configured' ? 'unknown' : 'red'} />
        <span>
          <strong>{t('settings.services.willba')}</strong>{' '}
          {willba.result === 'refused'
            ? t('settings.willba.results.refused', { status: willba.status ?? 0 })
            : t(`settings.willba.results.${willba.result}`)}
          {willba.code !== undefined && ` (${willba.code})`}
        </span>
      </li>
    </ul>
  );
}
