import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleSnapshot } from '../../support/renderer-harness/sample-desk.ts';

const asked = vi.fn(async (_command: string, _input: unknown) => ({ ok: true, value: null }));
vi.stubGlobal('window', {
  pos: new Proxy({}, { get: (_pos, command) => (input: unknown) => asked(String(command), input) }),
  matchMedia: () => ({ addEventListener: () => undefined, matches: false }),
});
vi.stubGlobal('document', { getElementById: () => null });

const { pay } = await import('../../../renderer/actions/charge.ts');
const { recordManualEntry } = await import('../../../renderer/actions/manual-entry.ts');
const { PayButton } = await import('../../../renderer/screens/sale/PayButton.tsx');
const { keepDraft } = await import('../../../renderer/stores/draft-saver.ts');
const { useMirror } = await import('../../../renderer/stores/mirror.ts');
const { fillForm, typeInForm, typeInManual, useSaleForm } = await import('../../../renderer/stores/sale-form.ts');
const { useView } = await import('../../../renderer/stores/view.ts');

const snapshot = sampleSnapshot();
const fillEverything = (): void => {
  typeInForm({ amountText: '12,50', reference: 'R-1' });
  typeInManual({ lastFour: '1234', receipt: '77', reason: 'Verkko poikki' });
};

describe('before main has spoken', () => {
  beforeAll(() => {
    vi.useFakeTimers();
    keepDraft();
  });
  afterAll(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  beforeEach(() => {
    useMirror.setState({ snapshot: null });
    fillForm({ form: '' });
    asked.mockClear();
  });

  it('Maksa and its key charge nobody and open nothing', () => {
    fillEverything();
    expect(renderToStaticMarkup(createElement(PayButton, { unusableBecause: undefined }))).toContain('aria-disabled="true"');
    pay();
    expect(asked).not.toHaveBeenCalled();
    expect(useView.getState().dialog).toBeNull();
    expect(useSaleForm.getState().pending).toBe(false);
  });

  it('nothing is recorded by hand', async () => {
    fillEverything();
    typeInForm({ method: 'manual' });
    await recordManualEntry();
    expect(asked).not.toHaveBeenCalled();
    expect(useSaleForm.getState().pending).toBe(false);
  });

  it('what is typed is saved nowhere, and stays over what main brings; main has it at once, under the name that main gave', async () => {
    typeInForm({ amountText: '1' });
    typeInForm({ amountText: '12' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).not.toHaveBeenCalled();
    const form = { ...snapshot.form, draft: { ...snapshot.form.draft, form: 'form-7', amountText: '99,00' } };
    useMirror.setState({ snapshot: { ...snapshot, form } });
    expect(useSaleForm.getState()).toMatchObject({ form: 'form-7', amountText: '12' });
    expect(asked).toHaveBeenCalledExactlyOnceWith('saveDraft', expect.objectContaining({ form: 'form-7', amountText: '12' }));
    typeInForm({ amountText: '12,' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toHaveBeenLastCalledWith('saveDraft', expect.objectContaining({ form: 'form-7', amountText: '12,' }));
  });

  it('where nothing was typed the form is the one that main kept', () => {
    const form = { ...snapshot.form, draft: { ...snapshot.form.draft, form: 'form-8', amountText: '99,00' } };
    useMirror.setState({ snapshot: { ...snapshot, form } });
    expect(useSaleForm.getState()).toMatchObject({ form: 'form-8', amountText: '99,00' });
  });
});
