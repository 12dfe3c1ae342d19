import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createStrapiTerminals } from '../../../electron/strapi/strapi-terminals.ts';

type Answer = (request: { readonly page: number; readonly pageSize: number; readonly url: URL }, response: ServerResponse) => void;

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const terminal = (number: number) => ({
  documentId: `doc-${number}`,
  name: `Päätelaite ${number}`,
  terminalId: String(71_000_000 + number),
  active: true,
  location: '',
  pointOfSale: null,
});
const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};
/** Answers pages of so many terminals, as Strapi does. */
const pagesOf =
  (count: () => number): Answer =>
  ({ page, pageSize }, response) => {
    const total = count();
    const data = Array.from({ length: total }, (_, index) => terminal(index + 1)).slice((page - 1) * pageSize, page * pageSize);
    json(response, 200, { data, meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } } });
  };

/** A small stand-in that keeps what it was asked. */
async function strapi(answer: Answer, token: string | null = 'read-only-token') {
  const asked: { readonly method: string; readonly url: URL; readonly authorization: string | undefined }[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    asked.push({ method: request.method ?? '', url, authorization: request.headers.authorization });
    const number = (name: string): number => Number(url.searchParams.get(`pagination[${name}]`));
    answer({ page: number('page'), pageSize: number('pageSize'), url }, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const source = createStrapiTerminals({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: () => token });
  closers.push(
    () => source.dispose(),
    () => void server.closeAllConnections(),
    () => void server.close(),
  );
  return { source, asked, server };
}

describe('the terminals in Strapi', () => {
  it('are read from all pages, with the token, by GET only', async () => {
    const { source, asked } = await strapi(pagesOf(() => 250));
    const list = await source.list();
    expect(list).toMatchObject({ ok: true });
    if (list.ok)
      expect(list.value.map(({ terminalId }) => terminalId)).toEqual(Array.from({ length: 250 }, (_, index) => String(71_000_001 + index)));
    expect(asked.map(({ url }) => url.searchParams.get('pagination[page]'))).toEqual(['1', '2', '3']);
    expect(new Set(asked.map(({ method, authorization, url }) => `${method} ${url.pathname} ${authorization}`))).toEqual(
      new Set(['GET /api/payment-terminals Bearer read-only-token']),
    );
    expect(asked[0]?.url.searchParams.get('populate')).toBe('pointOfSale');
  });

  it('are none where there are none', async () => {
    const { source } = await strapi(pagesOf(() => 0));
    expect(await source.list()).toEqual({ ok: true, value: [] });
  });

  it('are read once more when somebody edits between two pages', async () => {
    let asked = 0;
    const { source } = await strapi(
      pagesOf(() => {
        asked += 1;
        return asked === 1 ? 150 : 151;
      }),
    );
    const list = await source.list();
    expect(list.ok && list.value.length).toBe(151);
  });

  it('are not half of them: a page that fails makes the whole list fail', async () => {
    const whole = pagesOf(() => 250);
    const { source } = await strapi((request, response) => (request.page === 3 ? json(response, 502, {}) : whole(request, response)));
    expect(await source.list()).toEqual({ ok: false, error: 'unreachable' });
  });

  it.each<[string, Answer | null, 'unreachable' | 'not-authorised' | 'unreadable']>([
    ['401', (_, response) => json(response, 401, { data: null, error: { status: 401, name: 'UnauthorizedError' } }), 'not-authorised'],
    ['403', (_, response) => json(response, 403, { data: null, error: { status: 403, name: 'ForbiddenError' } }), 'not-authorised'],
    ['404, without the content type', (_, response) => json(response, 404, { error: { status: 404 } }), 'unreadable'],
    ['500', (_, response) => json(response, 500, { error: { status: 500 } }), 'unreachable'],
    ['HTML', (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>'), 'unreadable'],
    ['other JSON', (_, response) => json(response, 200, []), 'unreadable'],
    ['no pagination', (_, response) => json(response, 200, { data: [] }), 'unreadable'],
    [
      'fewer records than it says',
      (_, response) => json(response, 200, { data: [terminal(1)], meta: { pagination: { pageCount: 1, total: 2 } } }),
      'unreadable',
    ],
    [
      'a page count without end',
      (_, response) => json(response, 200, { data: [], meta: { pagination: { pageCount: 1e9, total: 0 } } }),
      'unreadable',
    ],
    [
      'more terminals than any customer has',
      (_, response) => json(response, 200, { data: [terminal(1)], meta: { pagination: { pageCount: 1, total: 2_001 } } }),
      'unreadable',
    ],
    [
      'more records on a page than it was asked for',
      (_, response) =>
        json(response, 200, {
          data: Array.from({ length: 101 }, (_each, index) => terminal(index)),
          meta: { pagination: { pageCount: 1, total: 101 } },
        }),
      'unreadable',
    ],
    [
      '125,000 records on a page',
      (_, response) => json(response, 200, { data: Array(125_000).fill(1), meta: { pagination: { pageCount: 1, total: 125_000 } } }),
      'unreadable',
    ],
    [
      'a page of more than half a megabyte',
      (_, response) =>
        json(response, 200, {
          data: [{ ...terminal(1), location: '1 '.repeat(270_000) }],
          meta: { pagination: { pageCount: 1, total: 1 } },
        }),
      'unreadable',
    ],
    ['a connection that breaks', (_, response) => void response.destroy(), 'unreachable'],
    ['an answer without end', (_, response) => void response.writeHead(200).end('x'.repeat(2_000_000)), 'unreadable'],
  ])('say what is wrong, as a value: %s', async (_name, answer, error) => {
    const { source } = await strapi(answer ?? pagesOf(() => 0));
    expect(await source.list()).toEqual({ ok: false, error });
  });

  it('cannot be asked for without a token, nor when nobody is there', async () => {
    const { source, asked } = await strapi(
      pagesOf(() => 1),
      null,
    );
    expect(await source.list()).toEqual({ ok: false, error: 'secrets-missing' });
    expect(asked).toEqual([]);
    const gone = await strapi(pagesOf(() => 1));
    gone.server.close();
    gone.server.closeAllConnections();
    expect(await gone.source.list()).toEqual({ ok: false, error: 'unreachable' });
  });

  it('come through a slow drip, and not for ever', async () => {
    const body = JSON.stringify({ data: [terminal(1)], meta: { pagination: { pageCount: 1, total: 1 } } });
    const { source } = await strapi((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      for (const [index, byte] of [...body].entries()) setTimeout(() => response.write(byte), index * 5);
      setTimeout(() => response.end(), body.length * 5 + 50);
    });
    expect(await source.list()).toMatchObject({ ok: true, value: [{ terminalId: '71000001' }] });
    const endless = await strapi((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 200);
      response.once('close', () => clearInterval(drip));
    });
    expect(await endless.source.list()).toEqual({ ok: false, error: 'unreachable' });
  });
});
