import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A record as Strapi 5 keeps and shows it. */
export type Kept = Readonly<Record<string, unknown>> & { readonly documentId: string };

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly token: string;
  /** `data` of a write. */
  readonly data: Readonly<Record<string, unknown>> | null;
}

/**
 * Answers a request in Strapi's place. `after`: Strapi has done what was asked; its answer is handed over and may be lost.
 * @returns false if Strapi itself should answer
 */
export type Instead = (asked: Asked, response: ServerResponse, after: () => { readonly status: number; readonly body: unknown }) => boolean;

/** A Strapi that keeps `pos-payment` records as the real one does (tests/strapi): rights by token, one record a payment, filters. */
export interface SharedStrapi {
  readonly baseUrl: string;
  readonly readToken: string;
  readonly outboxToken: string;
  readonly records: Kept[];
  readonly asked: Asked[];
  /** For all requests about payments from now on; null: as Strapi. */
  instead(answer: Instead | null): void;
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
}

const terminals = ['71000001', '71000002'].map((terminalId, index) => ({
  documentId: `t${index}`,
  name: index === 0 ? 'Päätelaite I' : 'Päätelaite II',
  terminalId,
  active: true,
  location: 'Aula',
  pointOfSale: { documentId: 'p', name: 'Vastaanotto' },
}));
const REQUIRED = ['paymentId', 'amountMinor', 'chargedMinor', 'currency', 'kind', 'state', 'moneyMoved', 'installation', 'environment'];
const NAMES: Readonly<Record<number, string>> = {
  400: 'ValidationError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
};

type Answer = { readonly status: number; readonly body: unknown };
const refusal = (status: number, message = ''): Answer => ({
  status,
  body: { data: null, error: { status, name: NAMES[status] ?? 'ApplicationError', message, details: {} } },
});
const listOf = (data: readonly unknown[]): Answer => ({ status: 200, body: { data, meta: { pagination: { page: 1, pageSize: 100 } } } });

export const send = (response: ServerResponse, { status, body }: Answer): void =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

export async function startSharedStrapi(): Promise<SharedStrapi> {
  const records: Kept[] = [];
  const asked: Asked[] = [];
  const [readToken, outboxToken] = ['read-token-of-the-tests', 'outbox-token-of-the-tests'];
  let instead: Instead | null = null;
  let port = 0;
  let server: Server | null = null;
  let made = 0;

  function create(data: Readonly<Record<string, unknown>>): Answer {
    if (REQUIRED.some((name) => data[name] == null)) return refusal(400, 'a required attribute is missing');
    if (records.some(({ paymentId }) => paymentId === data['paymentId'])) return refusal(400, 'This attribute must be unique');
    made += 1;
    const now = new Date().toISOString();
    const record = { id: made, documentId: `doc${String(made).padStart(21, '0')}`, ...data, createdAt: now, updatedAt: now };
    records.push(record);
    return { status: 201, body: { data: record, meta: {} } };
  }

  function update(documentId: string, data: Readonly<Record<string, unknown>>): Answer {
    const index = records.findIndex((record) => record.documentId === documentId);
    const before = records[index];
    if (before === undefined) return refusal(404, 'Not Found');
    records[index] = { ...before, ...data };
    return { status: 200, body: { data: records[index], meta: {} } };
  }

  function find(query: URLSearchParams): Answer {
    const filters = [...query].flatMap(([name, value]) => {
      const [, field, operator] = /^filters\[(\w+)\]\[(\$\w+)\]$/.exec(name) ?? [];
      return field === undefined || operator === undefined ? [] : [{ field, operator, value }];
    });
    const found = records.filter((record) =>
      filters.every(({ field, operator, value }) => {
        const kept = record[field];
        if (operator === '$eq') return kept === value;
        if (operator === '$ne') return kept !== value;
        return operator === '$gte' && typeof kept === 'string' && Date.parse(kept) >= Date.parse(value);
      }),
    );
    const newest = found.toSorted((a, b) => (String(a['startedAt']) < String(b['startedAt']) ? 1 : -1));
    return listOf(newest.slice(0, Math.min(100, Number(query.get('pagination[pageSize]') ?? 25))));
  }

  function answerTo({ method, path, query, token, data }: Asked): Answer {
    const [, documentId] = /^\/api\/pos-payments\/([^/]+)$/.exec(path) ?? [];
    if (token !== readToken && token !== outboxToken) return refusal(401, 'Missing or invalid credentials');
    if (method === 'GET') return token === readToken ? find(query) : refusal(403, 'Forbidden');
    if (token !== outboxToken) return refusal(403, 'Forbidden');
    if (method === 'POST') return create(data ?? {});
    return method === 'PUT' && documentId !== undefined ? update(documentId, data ?? {}) : refusal(404, 'Not Found');
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://strapi');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    if (!url.pathname.startsWith('/api/pos-payments')) return send(response, withCount(terminals));
    const one: Asked = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      token: (request.headers.authorization ?? '').replace('Bearer ', ''),
      data: text === '' ? null : (JSON.parse(text) as { data: Record<string, unknown> }).data,
    };
    asked.push(one);
    if (instead?.(one, response, () => answerTo(one)) === true) return;
    send(response, answerTo(one));
  }

  async function comeBack(): Promise<void> {
    const fresh = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
    await new Promise<void>((resolve) => fresh.listen(port, '127.0.0.1', resolve));
    port = (fresh.address() as AddressInfo).port;
    server = fresh;
  }

  await comeBack();
  return {
    ...{ baseUrl: `http://127.0.0.1:${port}`, readToken, outboxToken, records, asked, comeBack },
    instead(answer) {
      instead = answer;
    },
    async goAway() {
      const gone = server;
      server = null;
      if (gone === null) return;
      gone.closeAllConnections();
      await new Promise((resolve) => gone.close(resolve));
    },
  };
}

const withCount = (data: readonly unknown[]): Answer => ({
  status: 200,
  body: { data, meta: { pagination: { page: 1, pageSize: 100, pageCount: 1, total: data.length } } },
});
