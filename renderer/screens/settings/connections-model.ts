import type { SavedConnections } from '../../../shared/connections.ts';

/** The content of support's form. */
export type ConnectionsInput = {
  readonly netsUrl: string;
  readonly username: string;
  readonly password: string;
  readonly strapiUrl: string;
  readonly token: string;
};

/** What support may type here; the rest comes from the file alone. */
type Typed = Pick<SavedConnections, 'nets' | 'strapi'>;

/** The form's first content, from the saved values. Saved secrets are not shown: an empty field means no change. */
export const formOf = ({ nets, strapi }: Typed): ConnectionsInput => ({
  netsUrl: nets?.baseUrl ?? '',
  username: nets?.username ?? '',
  password: '',
  strapiUrl: strapi?.baseUrl ?? '',
  token: '',
});

/** True if the form differs from what is saved. A test uses the saved values, so it would not test this form. */
export function differs(form: ConnectionsInput, saved: Typed): boolean {
  const { netsUrl, username, password, strapiUrl, token } = formOf(saved);
  return (
    form.netsUrl !== netsUrl ||
    form.username !== username ||
    form.password !== password ||
    form.strapiUrl !== strapiUrl ||
    form.token !== token
  );
}
