import { afterEach, vi } from 'vitest';
import { createNetsCardTerminal, type NetsCardTerminalOptions } from '../../../electron/nets/nets-card-terminal.ts';
import type { SaleRequest } from '../../../electron/payments/ports.ts';
import { type ConnectCloudOptions, startConnectCloud } from '../../support/connect-cloud/index.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Runs after the test, latest first. */
export function afterThisTest(cleanup: () => unknown): void {
  cleanups.push(cleanup);
}

export const ID = '71000001';
export const PASSWORD = 'Sala-Sana-1';
export const credentials = { username: 'desk', password: PASSWORD };
export const saleRequest: SaleRequest = { kind: 'sale', terminalId: ID, amountMinor: 1_250, orderId: 'W7-0001' };
export const notAborted = (): AbortSignal => new AbortController().signal;

/** A Connect@Cloud server that is not the embedded one, and the very client that production uses. */
export async function setUp(options: Partial<ConnectCloudOptions> = {}, rest: Partial<NetsCardTerminalOptions> = {}) {
  const cloud = await startConnectCloud({ ...credentials, latestAfterMs: 0, ...options });
  afterThisTest(() => cloud.close());
  const terminal = createNetsCardTerminal({ baseUrl: cloud.baseUrl, credentials: () => credentials, ...rest });
  afterThisTest(() => terminal.dispose());
  const onWritten = vi.fn();
  const sell = (changes: Partial<SaleRequest> = {}, signal = notAborted()) =>
    terminal.sale({ ...saleRequest, ...changes }, { onWritten, signal });
  const posts = () => cloud.count({ method: 'POST', path: /\/transaction$/ });
  const saleArrives = () => cloud.waitFor({ method: 'POST', path: /\/transaction$/ });
  return { cloud, terminal, onWritten, sell, posts, saleArrives };
}
