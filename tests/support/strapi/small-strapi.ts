import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A small server with one fixed list in Strapi's form. It can go away and come back at the same address. The real one is in
 * strapi-server.ts.
 */
export interface SmallStrapi {
  readonly baseUrl: string;
  /** The tokens that were shown. */
  readonly tokens: readonly string[];
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
}

export async function startSmallStrapi(
  data: readonly object[] = [
    { documentId: 'a', name: 'Päätelaite I', terminalId: '71000001', active: true, location: 'Aula', pointOfSale: { name: 'Vastaanotto' } },
    {
      documentId: 'b',
      name: 'Päätelaite II',
      terminalId: '71000002',
      active: true,
      location: 'Aula',
      pointOfSale: { name: 'Vastaanotto' },
    },
  ],
): Promise<SmallStrapi> {
  const tokens: string[] = [];
  let port = 0;
  let server: Server | null = null;

  async function comeBack(): Promise<void> {
    const fresh = createServer((request, response) => {
      tokens.push(request.headers.authorization ?? '');
      const meta = { pagination: { page: 1, pageSize: 100, pageCount: 1, total: data.length } };
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ data, meta }));
    });
    await new Promise<void>((resolve) => fresh.listen(port, '127.0.0.1', resolve));
    port = (fresh.address() as AddressInfo).port;
    server = fresh;
  }

  async function goAway(): Promise<void> {
    const gone = server;
    server = null;
    if (gone === null) return;
    gone.closeAllConnections();
    await new Promise((resolve) => gone.close(resolve));
  }

  await comeBack();
  return { baseUrl: `http://127.0.0.1:${port}`, tokens, goAway, comeBack };
}
