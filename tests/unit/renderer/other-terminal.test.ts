import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { samplePayment, sampleSnapshot } from '../../support/renderer-harness/sample-desk.ts';

const asked = vi.fn(async (_command: string, _input: unknown) => ({ ok: true, value: null }));
vi.stubGlobal('window', {
  pos: new Proxy({}, { get: (_pos, command) => (input: unknown) => asked(String(command), input) }),
  matchMedia: () => ({ addEventListener: () => undefined, matches: false }),
});
vi.stubGlobal('document', { getElementById: () => null });
vi.stubGlobal('HTMLInputElement', class {});
vi.stubGlobal('requestAnimationFrame', (drawn: () => void) => setTimeout(drawn, 16));

const { takeTerminal } = await import('../../../renderer/actions/choose-terminal.ts');
const { useMirror } = await import('../../../renderer/stores/mirror.ts');
const { openDialog, useView } = await import('../../../renderer/stores/view.ts');

const commands = (): string[] => asked.mock.calls.map(([command]) => command);
async function take(terminalId: string): Promise<void> {
  const taken = takeTerminal(terminalId);
  await vi.advanceTimersByTimeAsync(3_000);
  await taken;
}

describe('a terminal that is taken in the picker', () => {
  beforeAll(() => {
    vi.useFakeTimers();
  });
  afterAll(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  beforeEach(() => {
    useMirror.setState({ snapshot: sampleSnapshot() });
    useView.setState({ dialog: null, held: null });
    asked.mockClear();
  });

  it('for one sale is charged with that sale’s form, and this PC keeps its own', async () => {
    openDialog({ kind: 'picker', purpose: 'retry', payment: samplePayment({ state: 'declined' }) });
    await take('71000002');
    expect(commands()).not.toContain('chooseTerminal');
    expect(commands()).toContain('closeOutcome');
    expect(useView.getState().dialog).toBeNull();
  });

  it('for this PC becomes its own, and charges nothing', async () => {
    openDialog({ kind: 'picker', purpose: 'remember' });
    await take('71000002');
    expect(asked).toHaveBeenCalledWith('chooseTerminal', { terminalId: '71000002' });
    expect(commands()).not.toContain('startSale');
  });
});
