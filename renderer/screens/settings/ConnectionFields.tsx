import type { SavedConnections } from '../../../shared/connections.ts';
import { Field } from '../../components/Field.tsx';
import { t } from '../../i18n/t.ts';
import { useMirror } from '../../stores/mirror.ts';
import type { ConnectionsInput } from './connections-model.ts';

type ConnectionFieldsProps = {
  readonly form: ConnectionsInput;
  readonly saved: SavedConnections;
  readonly change: (part: Partial<ConnectionsInput>) => void;
};

/** The form's five fields. Under a secret it says whether one is saved. */
export function ConnectionFields({ form, saved, change }: ConnectionFieldsProps) {
  const forThisRunOnly = useMirror(({ snapshot }) => snapshot?.desk.secretsForThisRunOnly ?? false);
  const secretHint = (kept: boolean | undefined): string => {
    if (kept !== true) return t('settings.connections.notSaved');
    return t(forThisRunOnly ? 'settings.connections.forThisRunOnly' : 'settings.connections.saved');
  };

  return (
    <>
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
    </>
  );
}
