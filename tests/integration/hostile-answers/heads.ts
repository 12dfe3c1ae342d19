import fc from 'fast-check';
import { usually } from './json-text.ts';

const STATUSES = [200, 201, 202, 204, 205, 206, 302, 304, 307, 400, 401, 403, 404, 408, 409, 418, 422, 423, 429, 500, 502, 503, 600, 999];
const ODD_LINES = ['', 'HTTP/1.0 200 OK', 'HTTP/1.1 200', 'HTTP/1.1  200 OK', '\r\nHTTP/1.1 200 OK', `HTTP/1.1 200 ${'x'.repeat(20_000)}`];
const ODD_STATUSES = [
  'HTTP/1.1 20',
  'HTTP/1.1 2000 OK',
  'HTTP/1.1 -1 OK',
  'HTTP/1.1 100 Continue',
  'HTTP/1.1 101 Go',
  'HTTP/1.1 103 Early',
];
const OTHER_PROTOCOLS = [
  'HTTP/2 200',
  'HTTP/9.9 200 OK',
  'http/1.1 200 OK',
  'ICY 200 OK',
  'GET / HTTP/1.1',
  '\u0016\u0003\u0001',
  '{"Result":0}',
];
export const statusLine = usually(
  14,
  usually(4, fc.constantFrom(200, 200, 200, 200, 201, 400), fc.constantFrom(...STATUSES)).map((status) => `HTTP/1.1 ${status} Said`),
  fc.constantFrom(...ODD_LINES, ...ODD_STATUSES, ...OTHER_PROTOCOLS),
);
const contentType = usually(
  6,
  fc.constant('Content-Type: application/json; charset=utf-8'),
  fc.constantFrom(
    'Content-Type: text/html',
    'Content-Type: ',
    'Content-Type: application/json; charset=utf-16',
    `Content-Type: ${'x'.repeat(9_000)}`,
  ),
);
const oddHeader = fc.constantFrom(
  'Content-Encoding: gzip',
  'Content-Encoding: br, none',
  'Location: /v1/terminal/71000001/transaction',
  'Location: http://127.0.0.1:1/',
  'Retry-After: 0',
  'Connection: close',
  'Connection: upgrade\r\nUpgrade: websocket',
  'Keep-Alive: timeout=999999',
  'Date: never',
  'Date: Fri, 31 Dec 9999 23:59:59 GMT',
  'Date: ',
  'Trailer: Result',
  'no colon here',
  ': no name',
  'Spaced : x',
  ' folded: x',
  'X-Nul: \0',
  'X-Latin: \u00e4\u00ff',
  `X-Huge: ${'x'.repeat(20_000)}`,
  Array.from({ length: 300 }, (_, index) => `X-${index}: ${index}`).join('\r\n'),
  'Set-Cookie: __proto__=1\r\n__proto__: x\r\nconstructor: y',
);

export const interim = usually(
  20,
  fc.constant(''),
  fc.constantFrom('HTTP/1.1 100 Continue\r\n\r\n', 'HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n'.repeat(3)),
);
export const headers = fc
  .tuple(contentType, usually(6, fc.constant<string[]>([]), fc.array(oddHeader, { minLength: 1, maxLength: 3 })))
  .map(([type, odd]) => [type, ...odd]);
