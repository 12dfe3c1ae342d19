import { type Agent, request } from 'node:http';

import { signedHeaders } from '../../support/willba/standard-webhook.ts';

export interface Sent {
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** `whole`, or the code of what cut the answer short. */
  readonly end: string;
}

export interface Message {
  readonly id: string;
  readonly body: unknown;
  readonly secrets: readonly string[];
  /** Unix seconds. */
  readonly timestamp: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly agent?: Agent;
  /** Gives up when it aborts. */
  readonly signal?: AbortSignal;
}

/** Sends one message as it stands, on a connection of its own unless it has an agent, and tells all that came back. */
export function send(url: string, message: Message): Promise<Sent> {
  const { id, body, secrets, timestamp, method = 'POST', agent = false, signal } = message;
  const rawBody = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = { 'content-type': 'application/json', ...signedHeaders(secrets, id, timestamp, rawBody), ...message.headers };
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let status: number | null = null;
    let answered: Sent['headers'] = {};
    const end = (how: string): void => resolve({ status, headers: answered, body: Buffer.concat(chunks).toString(), end: how });
    const outgoing = request(url, { method, agent, headers, signal }, (response) => {
      status = response.statusCode ?? null;
      answered = response.headers;
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => end('whole'));
      response.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
    outgoing.end(rawBody);
  });
}
