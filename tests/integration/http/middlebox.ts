import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { brotliCompress, deflate, deflateRaw, gzip, zstdCompress } from 'node:zlib';
import { afterThisTest } from '../nets/set-up.ts';

/** One way of packing, as the header names it. */
export type Coding = { readonly name: string; readonly pack: (body: Buffer) => Promise<Buffer> };

const packedBy = (...steps: readonly ((body: Buffer) => Promise<Buffer>)[]): Coding['pack'] => {
  return async (body) => {
    let packed = body;
    for (const step of steps) packed = await step(packed);
    return packed;
  };
};
const [gz, df, raw, br, zs] = [
  (body: Buffer) => promisify(gzip)(body),
  (body: Buffer) => promisify(deflate)(body),
  (body: Buffer) => promisify(deflateRaw)(body),
  (body: Buffer) => promisify(brotliCompress)(body),
  (body: Buffer) => promisify(zstdCompress)(body),
];

export const codings: readonly Coding[] = [
  { name: 'gzip', pack: packedBy(gz) },
  { name: 'X-GZIP', pack: packedBy(gz) },
  { name: 'deflate', pack: packedBy(df) },
  { name: 'deflate', pack: packedBy(raw) },
  { name: 'br', pack: packedBy(br) },
  { name: 'zstd', pack: packedBy(zs) },
  { name: 'gzip, br', pack: packedBy(gz, br) },
  { name: 'identity', pack: packedBy() },
];

/** Some proxy between this program and a server: packs every answer, and says something before it. */
export async function middlebox(
  target: string,
  { coding = null, before = null }: { readonly coding?: Coding | null; readonly before?: string | null },
): Promise<string> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = 'GET', url = '/', headers } = request;
      const onward = ask(new URL(url, target), { method, headers: { ...headers, connection: 'close' } }, (answer) => {
        const body: Buffer[] = [];
        answer.on('data', (part: Buffer) => body.push(part));
        answer.on('end', async () => {
          const whole = Buffer.concat(body);
          const sent = coding === null ? whole : await coding.pack(whole);
          if (before !== null) response.socket?.write(before);
          const { 'content-length': _length, 'transfer-encoding': _chunks, ...rest } = answer.headers;
          response.writeHead(answer.statusCode ?? 500, { ...rest, ...(coding === null ? {} : { 'content-encoding': coding.name }) });
          response.end(sent);
        });
      });
      onward.end(Buffer.concat(parts));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterThisTest(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
