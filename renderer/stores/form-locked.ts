import { useMirror } from './mirror.ts';
import { useSaleForm } from './sale-form.ts';

/**
 * True while the form belongs to a press that is being sent, perhaps one from before a reload. Nothing in it may change until that is over.
 */
export function useFormLocked(): boolean {
  const pending = useSaleForm((form) => form.pending);
  const starting = useMirror(({ snapshot }) => (snapshot?.starting ?? null) !== null);
  return pending || starting;
}

/** The same for sum and reference: also while they are what Willba asks for. */
export function useSumLocked(): boolean {
  const locked = useFormLocked();
  return useMirror(({ snapshot }) => (snapshot?.form.request ?? null) !== null) || locked;
}
