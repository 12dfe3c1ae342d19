import { type ChildProcess, fork } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '../../..');
/** With its dependencies, which `npm run test:strapi` and `npm test` install. */
const INSTALLED = join(PROJECT, 'tests/strapi/server');
const START_LIMIT_MS = 240_000;

export type Record5 = {
  readonly name?: string;
  readonly terminalId?: string;
  readonly active?: boolean;
  readonly location?: string;
  readonly pointOfSale?: string | null;
};

/** A real Strapi with the content types that ship, an empty database, and the tokens that a customer would make. */
export interface StrapiServer {
  readonly baseUrl: string;
  readonly readOnlyToken: string;
  /** May create and update `pos-payment`, and nothing else. */
  readonly outboxToken: string;
  /** What Strapi holds of payments, as somebody with every right sees it. */
  payments(): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Makes a record as somebody in Strapi's own pages would. @returns its documentId */
  create(kind: 'payment-terminals' | 'points-of-sale', data: Record5): Promise<string>;
  update(kind: 'payment-terminals' | 'points-of-sale', documentId: string, data: Record5): Promise<void>;
  remove(kind: 'payment-terminals' | 'points-of-sale', documentId: string): Promise<void>;
  /** SIGKILL. `restart` brings the same data back at the same address. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** @param electron the runtime whose Node runs Strapi: the system's may be too old for it */
export async function startStrapi(electron: string): Promise<StrapiServer> {
  const folder = mkdtempSync(join(tmpdir(), 'willba-strapi-'));
  cpSync(join(INSTALLED, 'app'), folder, { recursive: true });
  cpSync(join(INSTALLED, 'package.json'), join(folder, 'package.json'));
  cpSync(join(PROJECT, 'resources/strapi/src/api'), join(folder, 'src/api'), { recursive: true });
  symlinkSync(join(INSTALLED, 'node_modules'), join(folder, 'node_modules'), 'dir');
  mkdirSync(join(folder, 'public/uploads'), { recursive: true });
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  let tokens = { readOnly: '', outbox: '', fullAccess: '' };
  let running: ChildProcess | null = null;

  async function start(): Promise<void> {
    const env = {
      ...process.env,
      ELECTRON_RUN_AS_NODE: '1',
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_FILE: join(folder, 'data.db'),
    };
    const child = fork(join(folder, 'start.js'), {
      cwd: folder,
      execPath: electron,
      execArgv: [],
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    running = child;
    let complaints = '';
    // Strapi complains on both.
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        complaints = (complaints + String(chunk)).slice(-4_000);
      });
    }
    await new Promise<void>((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(`Strapi did not start: ${complaints}`)), START_LIMIT_MS);
      child.once('exit', (code) => reject(new Error(`Strapi ended with ${code}: ${complaints}`)));
      child.on('message', (message: { ready?: true; readOnly?: string | null; outbox?: string | null; fullAccess?: string | null }) => {
        const { readOnly, outbox, fullAccess } = message;
        if (readOnly && outbox && fullAccess) tokens = { readOnly, outbox, fullAccess };
        if (message.ready !== true) return;
        clearTimeout(limit);
        child.removeAllListeners('exit');
        resolve();
      });
    });
  }

  async function end(): Promise<void> {
    const child = running;
    running = null;
    if (child === null || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  async function ask(method: string, path: string, data?: Record5): Promise<{ documentId: string }> {
    const headers = { authorization: `Bearer ${tokens.fullAccess}`, 'content-type': 'application/json' };
    const answer = await fetch(`${baseUrl}/api/${path}`, {
      method,
      headers,
      ...(data === undefined ? {} : { body: JSON.stringify({ data }) }),
    });
    if (!answer.ok) throw new Error(`Strapi answers ${answer.status}: ${await answer.text()}`);
    return answer.status === 204 ? { documentId: '' } : ((await answer.json()) as { data: { documentId: string } }).data;
  }

  await start();
  return {
    baseUrl,
    get readOnlyToken() {
      return tokens.readOnly;
    },
    get outboxToken() {
      return tokens.outbox;
    },
    async payments() {
      const headers = { authorization: `Bearer ${tokens.fullAccess}` };
      const answer = await fetch(`${baseUrl}/api/pos-payments?pagination[pageSize]=100&sort=id:asc`, { headers });
      if (!answer.ok) throw new Error(`Strapi answers ${answer.status}: ${await answer.text()}`);
      return ((await answer.json()) as { data: Readonly<Record<string, unknown>>[] }).data;
    },
    create: async (kind, data) => (await ask('POST', kind, data)).documentId,
    update: async (kind, documentId, data) => void (await ask('PUT', `${kind}/${documentId}`, data)),
    remove: async (kind, documentId) => void (await ask('DELETE', `${kind}/${documentId}`)),
    kill: end,
    restart: start,
    async close() {
      await end();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
