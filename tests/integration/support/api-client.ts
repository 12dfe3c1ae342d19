/** The smallest client that can talk to the test servers: what they are judged with, so it knows nothing of the product. */
export interface ApiClient {
  readonly token: string;
  call(method: string, path: string, body?: unknown): Promise<Response>;
  sale(terminalId: string, amount: number, orderId?: string, more?: Record<string, unknown>): Promise<Response>;
  lookup(terminalId: string): Promise<Response>;
  cancel(terminalId: string): Promise<Response>;
}

export const credentials = { username: 'u', password: 'p' };

export async function logIn(baseUrl: string): Promise<ApiClient> {
  const response = await fetch(`${baseUrl}/v1/login`, { method: 'POST', body: JSON.stringify(credentials) });
  const answer: unknown = await response.json();
  const token = String(member(answer, 'token'));
  const call = (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(`${baseUrl}${path}`, {
      method,
      headers: { Authorization: `bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    token,
    call,
    sale: (terminalId, amount, orderId, more = {}) => {
      const id = orderId === undefined ? {} : { orderId };
      return call('POST', `/v1/terminal/${terminalId}/transaction`, { transactionType: 'purchase', amount, ...id, ...more });
    },
    lookup: (terminalId) => call('GET', `/v1/terminal/${terminalId}/transaction`),
    cancel: (terminalId) => call('POST', `/v1/terminal/${terminalId}/administration`, { action: 'cancelAction' }),
  };
}

/** Reads a path such as `result.0.localModeEventArgs.Result` out of parsed JSON; undefined where it leads nowhere. */
export function member(value: unknown, path: string): unknown {
  let at: unknown = value;
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return at;
}

/** How a call ended, as one word or number: the status of a readable answer, else how it broke. */
export async function endOf(response: Promise<Response>): Promise<number | 'broken'> {
  try {
    const answer = await response;
    await answer.text();
    return answer.status;
  } catch {
    return 'broken';
  }
}
