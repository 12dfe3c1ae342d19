import { useCallback, useEffect, useState } from 'react';
import type { ConnectionTest, SavedConnections } from '../../../shared/connections.ts';
import type { PosError } from '../../../shared/errors.ts';
import { client } from '../../pos-client.ts';
import { type ConnectionsInput, formOf } from './connections-model.ts';

const EMPTY: ConnectionsInput = { netsUrl: '', username: '', password: '', strapiUrl: '', token: '' };

/** What is saved, what is typed, and what saving or testing it brought. */
export function useConnections() {
  const [saved, setSaved] = useState<SavedConnections | null>(null);
  const [form, setForm] = useState(EMPTY);
  const [pending, setPending] = useState<'test' | 'save' | null>(null);
  const [done, setDone] = useState(false);
  const [failure, setFailure] = useState<PosError | null>(null);
  // Stored with the form that it tested: it says nothing about another one.
  const [tested, setTested] = useState<{ readonly with: ConnectionsInput; readonly test: ConnectionTest } | null>(null);

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

  return { saved, form, change, pending, done, failure, tested, save, runTest };
}
