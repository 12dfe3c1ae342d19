import { useMirror } from './mirror.ts';
import { useSaleForm } from './sale-form.ts';

/** The form belongs to a press that is on its way, perhaps one of the page before this one: nothing in it changes until that is over. */
export function useFormLocked(): boolean {
  const pending = useSaleForm((form) => form.pending);
  const starting = useMirror(({ snapshot }) => (snapshot?.starting ?? null) !== null);
  return pending || starting;
}
