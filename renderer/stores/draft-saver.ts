import { holdsCardNumber } from '../../shared/card-number.ts';
import type { Draft } from '../../shared/ipc/form.ts';
import { MAX_REFERENCE_LENGTH } from '../../shared/reference.ts';
import { client } from '../pos-client.ts';
import { useMirror } from './mirror.ts';
import { fillForm, nameForm, useSaleForm } from './sale-form.ts';
import { openPage } from './view.ts';

const QUIET_MS = 150;

/** The draft that main has, as far as this window knows. */
let known: Draft | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;

/** The draft as it may be saved: cut to the contract's length, and never with a card number. */
function savable(form: Draft): Draft {
  const reference = form.reference.slice(0, MAX_REFERENCE_LENGTH * 4);
  return {
    form: form.form,
    // A sum that was cut would be another sum.
    amountText: form.amountText.length > 40 ? '' : form.amountText,
    reference: holdsCardNumber(reference) ? '' : reference,
    method: form.method,
    from: form.from,
    completesId: form.completesId,
  };
}

const same = (a: Draft | null, b: Draft): boolean =>
  a !== null &&
  a.form === b.form &&
  a.amountText === b.amountText &&
  a.reference === b.reference &&
  a.method === b.method &&
  a.from === b.from &&
  a.completesId === b.completesId;

function forgetTimer(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
}

/** Sends what is typed now, without waiting for the pause in typing. */
export const saveDraftNow = (): void => void draftSaved();

/** The same; settles when main has it. */
export async function draftSaved(): Promise<void> {
  forgetTimer();
  const draft = savable(useSaleForm.getState());
  if (same(known, draft)) return;
  known = draft;
  await client.saveDraft(draft);
}

/** Keeps main's draft equal to the form, and takes over each new form from main. */
export function keepDraft(): void {
  useSaleForm.subscribe((form, before) => {
    if (useMirror.getState().snapshot === null || same(form, before)) return;
    forgetTimer();
    timer = setTimeout(saveDraftNow, QUIET_MS);
  });
  useMirror.subscribe(({ snapshot }, { snapshot: before }) => {
    if (snapshot === null || snapshot.form === before?.form) return;
    const { draft, request } = snapshot.form;
    if (before === null && request === null && useSaleForm.getState().touched) {
      nameForm(draft);
      return saveDraftNow();
    }
    // With the same name it only repeats what this window typed. A new name means that the old form has become a payment or ended without
    // one.
    if (draft.form === useSaleForm.getState().form) return;
    // Main keeps what was typed until a request of Willba came, also in the last moment before it.
    if (timer !== null && request !== null) saveDraftNow();
    forgetTimer();
    known = draft;
    fillForm(draft, draft.from !== null);
    // What the form brought with it must be seen, wherever somebody is.
    if (request !== null || draft.from !== null) openPage('till');
  });
}
