import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProtocolResponse, Session } from 'electron';
import { afterAll, describe, expect, it, vi } from 'vitest';

const { schemes } = vi.hoisted(() => ({ schemes: [] as unknown[] }));
vi.mock('electron', () => ({ protocol: { registerSchemesAsPrivileged: (given: unknown[]) => void schemes.push(...given) } }));
const { contentSecurityPolicy, registerAppScheme, serveApp, START_PAGE } = await import('../../../electron/shell/app-protocol.ts');

const above = mkdtempSync(join(tmpdir(), 'willba-pos-served-'));
const folder = join(above, 'renderer');
mkdirSync(join(folder, 'assets'), { recursive: true });
mkdirSync(join(above, 'renderer-beside'));
writeFileSync(join(folder, 'index.html'), '<html lang="fi"><meta nonce="__CSP_NONCE__"><meta name="load" content="__LOAD__">');
writeFileSync(join(folder, 'assets', 'index.js'), 'own');
writeFileSync(join(folder, 'notes.txt'), 'no kind that a page needs');
writeFileSync(join(above, 'secret.js'), 'not served');
writeFileSync(join(above, 'renderer-beside', 'secret.js'), 'not served');
afterAll(() => rmSync(above, { recursive: true, force: true }));

type Asked = { readonly url: string; readonly method: string };
type Handler = (request: Asked, answer: (response: ProtocolResponse) => void) => void;

/** A program that has loaded no page yet. */
function serveAnew(): (url: string, method?: string) => { status: number; text: string; header: (name: string) => string | undefined } {
  const handlers = new Map<string, Handler>();
  const registerBufferProtocol = (scheme: string, handler: Handler): boolean => handlers.set(scheme, handler).size === 1;
  serveApp({ protocol: { registerBufferProtocol } } as unknown as Session, folder, () => 'sv');
  return (url, method = 'GET') => {
    const answers: ProtocolResponse[] = [];
    handlers.get('app')?.({ url, method }, (given) => void answers.push(given));
    const [answer] = answers;
    if (answer === undefined || answers.length > 1) throw new Error(`${answers.length} answers for ${url}`);
    const { statusCode = 200, headers = {}, data } = answer;
    if (!Buffer.isBuffer(data)) throw new Error('Electron sends a buffer and nothing else');
    return { status: statusCode, text: data.toString(), header: (name) => headers[name]?.toString() };
  };
}
const ask = serveAnew();

/** By directive, so that nothing is let in beside what a test looked for. */
const policyOf = (policy: string): Record<string, string> =>
  Object.fromEntries(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(' ');
      return [name, sources.join(' ')];
    }),
  );

describe('the page’s own files', () => {
  it('are served with their kind, and nobody guesses another', () => {
    const answer = ask('app://pos/assets/index.js');
    expect([answer.status, answer.text]).toEqual([200, 'own']);
    expect(answer.header('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.header('x-content-type-options')).toBe('nosniff');
    expect(answer.header('referrer-policy')).toBe('no-referrer');
  });

  it('carry a nonce that no other load has', () => {
    const [first, second] = [ask(START_PAGE), ask(START_PAGE)].map((answer) => answer.header('content-security-policy') ?? '');
    const nonce = /'nonce-([^']{16,})'/.exec(first ?? '')?.[1];
    expect(nonce).toBeDefined();
    expect(second).not.toContain(nonce);
    expect(ask(START_PAGE).text).not.toContain('__CSP_NONCE__');
  });

  it('tell the page whether it is the first that the program loads', () => {
    const load = serveAnew();
    load('app://pos/assets/index.js');
    load('app://pos/none.html');
    expect([load(START_PAGE), load(START_PAGE), load(START_PAGE)].map(({ text }) => /content="(.*)"/.exec(text)?.[1])).toEqual([
      'first',
      'again',
      'again',
    ]);
  });

  it('name the desk’s language', () => expect(ask(START_PAGE).text).toContain('<html lang="sv">'));

  it('are served or the program does not start', () => {
    const session = { protocol: { registerBufferProtocol: () => false } } as unknown as Session;
    expect(() => serveApp(session, folder, () => 'fi')).toThrow('cannot serve');
  });

  it.each([
    'app://pos/..%2fsecret.js',
    'app://pos/%2e%2e%2fsecret.js',
    'app://pos/assets/..%2f..%2fsecret.js',
    'app://pos/..%2frenderer-beside%2fsecret.js',
    'app://pos/..%5csecret.js',
    `app://pos/${encodeURIComponent(join(above, 'secret.js'))}`,
    'app://pos/notes.txt',
    'app://pos/none.js',
    'app://pos/index.html%00.js',
    'app://pos/%',
    'app://pos/',
    'app://other/index.html',
    'app://pos.example/index.html',
  ])('are all that is served: %s', (url) => {
    const { status, text } = ask(url);
    expect([status, text]).toEqual([404, '']);
  });

  it.each(['POST', 'PUT', 'HEAD', 'OPTIONS'])('are read and nothing else: %s', (method) => {
    expect(ask(START_PAGE, method).status).toBe(404);
  });
});

describe('the policy', () => {
  it('lets nothing in but the program’s own files, and nothing out', () => {
    expect(policyOf(contentSecurityPolicy('n0nce'))).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self' 'nonce-n0nce'",
      'font-src': "'self'",
      'img-src': "'self' data:",
      'connect-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': "'none'",
    });
  });

  it('holds for the scheme: a page of app: is not above it', () => {
    registerAppScheme();
    expect(schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } }]);
  });
});
