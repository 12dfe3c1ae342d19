import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConnectionTest, SavedConnections } from '../../../shared/connections.ts';
import type { PosError } from '../../../shared/errors.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { Light } from '../../components/Mark.tsx';
import { t, tCount } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { useMirror } from '../../stores/mirror.ts';
import { type ConnectionsInput, differs, formOf } from './connections-model.ts';

const EMPTY: ConnectionsInput = { netsUrl: '', username: '', password: '', strapiUrl: '', token: '' };

/** Addresses and log-ins. A saved secret is never shown, and a typed one is forgotten as soon as it is saved. */
export function ConnectionsForm() {
  const [saved, setSaved] = useState<SavedConnections | null>(null);
  const [form, setForm] = useState(EMPTY);
  const [pending, setPending] = useState<'test' | 'save' | null>(null);
  const [done, setDone] = useState(false);
  const [failure, setFailure] = useState<PosError | null>(null);
  // Stored with the form that it tested: it says nothing about another one.
  const [tested, setTested] = useState<{ readonly with: ConnectionsInput; readonly test: ConnectionTest } | null>(null);

  const forThisRunOnly = useMirror(({ snapshot }) => snapshot?.desk.secretsForThisRunOnly ?? false);
  const outcome = useRef<HTMLDivElement>(null);
  // The result may be outside a small screen, where nobody would look for it.
  useEffect(() => {
    if (done || failure !== null || tested !== null) outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [done, failure, tested]);

  const load = useCallback(async (): Promise<void> => {
    const result = await client.savedConnections();
    if (!result.ok) return setFailure(result.error);
    setSaved(result.value);
    setForm(formOf(result.value));
  }, []);
  useEffect(() => void load(), [load]);

  const change = (part: Partial<ConnectionsInput>): void => {
    setForm({ ...form, ...part });
    setDone(false);
    setFailure(null);
  };
  const save = async (): Promise<void> => {
    setPending('save');
    setTested(null);
    const strapi = form.strapiUrl.trim() === '' ? null : { baseUrl: form.strapiUrl, token: form.token };
    const result = await client.saveConnections({
      nets: { baseUrl: form.netsUrl, username: form.username, password: form.password },
      strapi,
    });
    setPending(null);
    setFailure(result.ok ? null : result.error);
    setDone(result.ok);
    if (result.ok) await load();
  };
  const runTest = async (): Promise<void> => {
    setPending('test');
    setDone(false);
    setFailure(null);
    setTested(null);
    const result = await client.testConnections();
    setPending(null);
    if (result.ok) setTested({ with: form, test: result.value });
    else setFailure(result.error);
  };
  const secretHint = (kept: boolean | undefined): string => {
    if (kept !== true) return t('settings.connections.notSaved');
    return t(forThisRunOnly ? 'settings.connections.forThisRunOnly' : 'settings.connections.saved');
  };

  // Nothing can be typed before the saved values are here: they would overwrite it.
  if (saved === null) {
    return failure === null ? <p className="field__hint">{t('settings.connections.loading')}</p> : <FailureNotice error={failure} />;
  }
  const unsaved = differs(form, saved);

  return (
    <fieldset className="settings__connections">
      <legend className="field__label">{t('settings.connections.legend')}</legend>
      <Field id="nets-url" label={t('settings.connections.netsUrl')} value={form.netsUrl} onChange={(netsUrl) => change({ netsUrl })} />
      <Field
        id="nets-user"
        label={t('settings.connections.username')}
        value={form.username}
        onChange={(username) => change({ username })}
      />
      <Field
        id="nets-password"
        secret
        label={t('settings.connections.password')}
        value={form.password}
        hint={secretHint(saved.nets?.hasPassword)}
        onChange={(password) => change({ password })}
      />
      <Field
        id="strapi-url"
        label={t('settings.connections.strapiUrl')}
        value={form.strapiUrl}
        hint={t('settings.connections.strapiHint')}
        onChange={(strapiUrl) => change({ strapiUrl })}
      />
      <Field
        id="strapi-token"
        secret
        label={t('settings.connections.token')}
        value={form.token}
        hint={secretHint(saved.strapi?.hasToken)}
        onChange={(token) => change({ token })}
      />
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
    </ul>
  );
}
