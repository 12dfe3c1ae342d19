/** An exception counts as an unreadable list: otherwise the light would keep its old colour and the polling would stop. */
export async function askList<A>(list: { list(): Promise<A> }): Promise<A | { readonly ok: false; readonly error: 'unreadable' }> {
  try {
    return await list.list();
  } catch {
    return { ok: false, error: 'unreadable' };
  }
}
