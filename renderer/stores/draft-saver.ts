import { holdsCardNumber } from '../../shared/card-number.ts';
import type { Draft } from '../../shared/ipc.ts';
import { MAX_REFERENCE_LENGTH } from '../../shared/reference.ts';
import { client } from '../pos-client.ts';
import { useMirror } from './mirror.ts';
import { fillForm, useSaleForm } from './sale-form.ts';

const QUIET_MS = 150;

/** What main has, as far as this window knows. */
let known: Draft | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;
let underWay = 0;

/** What may leave the field: cut to what the contract takes, and never with a card number in it. */
function savable(form: Draft): Draft {
  const reference = form.reference.slice(0, MAX_REFERENCE_LENGTH * 4);
  return {
    // A part of a sum is another sum.
    amountText: form.amountText.length > 40 ? '' : form.amountText,
    reference: holdsCardNumber(reference) ? '' : reference,
    method: form.method,
  };
}

const same = (a: Draft | null, b: Draft): boolean =>
  a !== null && a.amountText === b.amountText && a.reference === b.reference && a.method === b.method;

/** Sends what is typed now, without waiting for the pause in typing. */
export function saveDraftNow(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  const draft = savable(useSaleForm.getState());
  if (same(known, draft)) return;
  known = draft;
  underWay += 1;
  void client.saveDraft(draft).finally(() => {
    underWay -= 1;
  });
}

/** Keeps main's draft equal to the form, and takes over a draft that main changed by itself. */
export function keepDraft(): void {
  useSaleForm.subscribe((form, before) => {
    if (useMirror.getState().snapshot === null || same(form, before)) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(saveDraftNow, QUIET_MS);
  });
  useMirror.subscribe(({ snapshot }, { snapshot: before }) => {
    if (snapshot === null || snapshot.desk === before?.desk) return;
    const { draft } = snapshot.desk;
    if (before === null && useSaleForm.getState().touched) return saveDraftNow();
    // While our own words are on their way, an echo of older ones must not overwrite the field.
    if (timer !== null || underWay > 0 || same(known, draft)) return;
    known = draft;
    if (!same(draft, savable(useSaleForm.getState()))) fillForm(draft);
  });
}
