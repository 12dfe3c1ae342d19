import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PaymentRequest } from '../../../shared/ipc/requests.ts';
import { sampleRequest, sampleSnapshot } from '../../support/renderer-harness/sample-desk.ts';

const asked = vi.fn(async (_command: string, _input: unknown) => ({ ok: true, value: { paymentId: 'payment-1' } }));
vi.stubGlobal('window', {
  pos: new Proxy({}, { get: (_pos, command) => (input: unknown) => asked(String(command), input) }),
  matchMedia: () => ({ addEventListener: () => undefined, matches: false }),
});
class FakeField {
  readonly id: string;
  readonly value = '';
  constructor(id: string) {
    this.id = id;
  }
  readonly focus = vi.fn();
  readonly select = vi.fn();
}
vi.stubGlobal('HTMLInputElement', FakeField);
vi.stubGlobal('document', { getElementById: (id: string) => new FakeField(id) });

const { takeTerminal } = await import('../../../renderer/actions/choose-terminal.ts');
const { takeScan } = await import('../../../renderer/actions/take-scan.ts');
const { keepDraft } = await import('../../../renderer/stores/draft-saver.ts');
const { useMirror } = await import('../../../renderer/stores/mirror.ts');
const { fillForm, typeInForm, useSaleForm } = await import('../../../renderer/stores/sale-form.ts');
const { openDialog, useView } = await import('../../../renderer/stores/view.ts');

const snapshot = sampleSnapshot();
const typedForm = { ...snapshot.form, draft: { ...snapshot.form.draft, form: 'form-typed' } };
const show = (form: typeof typedForm): void => useMirror.setState({ snapshot: { ...snapshot, form } });
function comes(request: PaymentRequest = sampleRequest()): void {
  show({ ...typedForm, draft: { ...typedForm.draft, form: 'form-asked', amountText: '128,50', reference: request.reference }, request });
}
const commands = (): string[] => asked.mock.calls.map(([command]) => command);

describe('a request of Willba that comes while somebody is at the desk', () => {
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
    show(typedForm);
    asked.mockClear();
    useView.setState({ dialog: null, held: null });
  });

  it('what was typed in the last moment is saved, under the name of the form that it stood in', () => {
    typeInForm({ amountText: '12,50' });
    expect(asked).not.toHaveBeenCalled();
    comes();
    expect(asked).toHaveBeenCalledExactlyOnceWith('saveDraft', expect.objectContaining({ form: 'form-typed', amountText: '12,50' }));
    expect(useSaleForm.getState()).toMatchObject({ form: 'form-asked', amountText: '128,50', reference: 'R-2044' });
  });

  it('is shown as it is, also where somebody typed before main had spoken', () => {
    useMirror.setState({ snapshot: null });
    fillForm({ form: '' });
    typeInForm({ amountText: '7' });
    comes();
    expect(useSaleForm.getState()).toMatchObject({ form: 'form-asked', amountText: '128,50' });
  });

  it('a terminal that is chosen for what was typed charges nothing', async () => {
    typeInForm({ amountText: '12,50' });
    openDialog({ kind: 'picker', purpose: 'pay', form: 'form-typed' });
    comes();
    const taken = takeTerminal('71000001');
    await vi.advanceTimersByTimeAsync(3_000);
    await taken;
    expect(commands()).not.toContain('startSale');
    expect(useSaleForm.getState().failure).toMatchObject({ code: 'form-changed', moneyMoved: 'no' });
  });

  it('a terminal that is chosen for the form on the screen charges it', async () => {
    typeInForm({ amountText: '12,50' });
    openDialog({ kind: 'picker', purpose: 'pay', form: 'form-typed' });
    const taken = takeTerminal('71000001');
    await vi.advanceTimersByTimeAsync(3_000);
    await taken;
    expect(asked).toHaveBeenCalledWith('startSale', expect.objectContaining({ idempotencyKey: 'form-typed', amountMinor: 1250 }));
  });

  it('a scan changes nothing of it', () => {
    comes();
    takeScan({ text: 'R-9999', fields: [] });
    expect(useSaleForm.getState()).toMatchObject({ reference: 'R-2044', amountText: '128,50' });
    show({ ...typedForm, draft: { ...typedForm.draft, form: 'form-later' } });
    takeScan({ text: 'R-9999', fields: [] });
    expect(useSaleForm.getState().reference).toBe('R-9999');
  });
});
