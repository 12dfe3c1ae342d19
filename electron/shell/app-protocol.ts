import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { type ProtocolResponse, protocol, type Session } from 'electron';
import type { Language } from '../../shared/money.ts';

export const APP_ORIGIN = 'app://pos';
export const START_PAGE = `${APP_ORIGIN}/index.html`;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Nothing is loaded from anywhere but this program; styles that react-aria adds carry the nonce of this very load. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/** Before `ready`: a standard, secure scheme, so that the page has an origin of its own and relative addresses work. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } }]);
}

/**
 * Serves the renderer's files from inside the program, and names the language in which the page is drawn at once. Anything else is 404, without telling what exists.
 * By a call that Electron has marked as deprecated: its successor wants a `Response`, for which Node loads its HTTP library first, and
 * the page waits for that.
 */
export function serveApp(session: Session, folder: string, language: () => Language): void {
  let loads = 0;
  const fill = (page: string, nonce: string): string => {
    loads += 1;
    return page
      .replace('<html lang="fi">', `<html lang="${language()}">`)
      .replaceAll('__CSP_NONCE__', nonce)
      .replaceAll('__LOAD__', loads === 1 ? 'first' : 'again');
  };
  const isServed = session.protocol.registerBufferProtocol('app', ({ url, method }, answer) =>
    answer(serve(folder, new URL(url), method, fill)),
  );
  if (!isServed) throw new Error('the program cannot serve its own page');
}

function serve(folder: string, url: URL, method: string, fill: (page: string, nonce: string) => string): ProtocolResponse {
  const file = normalize(join(folder, pathOf(url)));
  const type = TYPES[extname(file)];
  const known = url.host === 'pos' && method === 'GET' && file.startsWith(folder + sep) && type !== undefined;
  const body = known ? read(file) : null;
  if (body === null || type === undefined) return { statusCode: 404, data: Buffer.alloc(0) };
  const nonce = randomBytes(16).toString('base64');
  return {
    data: type === TYPES['.html'] ? Buffer.from(fill(body.toString('utf8'), nonce)) : body,
    headers: {
      'content-type': type,
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  };
}

/** A path that says nothing is none: it stands for no file. */
function pathOf({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '';
  }
}

/** Synchronous: a few small files out of the archive, faster than a trip to the thread pool, and only at a load. */
function read(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
