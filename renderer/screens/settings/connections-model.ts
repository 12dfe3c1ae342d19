import type { SavedConnections } from '../../../shared/connections.ts';

/** What stands in support's form. */
export type ConnectionsInput = {
  readonly netsUrl: string;
  readonly username: string;
  readonly password: string;
  readonly strapiUrl: string;
  readonly token: string;
};

/** What is saved, as the form begins with it. A secret never comes back, so its field is empty: it does not change. */
export const formOf = ({ nets, strapi }: SavedConnections): ConnectionsInput => ({
  netsUrl: nets?.baseUrl ?? '',
  username: nets?.username ?? '',
  password: '',
  strapiUrl: strapi?.baseUrl ?? '',
  token: '',
});

/** True where saving would change something: a test, which is made with what is saved, would not be one of this form. */
export function differs(form: ConnectionsInput, saved: SavedConnections): boolean {
  const { netsUrl, username, password, strapiUrl, token } = formOf(saved);
  return (
    form.netsUrl !== netsUrl ||
    form.username !== username ||
    form.password !== password ||
    form.strapiUrl !== strapiUrl ||
    form.token !== token
  );
}
