/** One request as its bytes arrived, whole or not. */
export interface RawRequest {
  readonly sequence: number;
  /** Number of the connection, counted from 1. */
  readonly connection: number;
  /** How many requests this connection had carried before. */
  readonly earlierOnConnection: number;
  /** Monotonic milliseconds at its first byte. */
  readonly atMs: number;
  /** Empty until the request line is there. */
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  /** Everything that arrived, byte for byte. */
  bytes: Buffer;
  /** The body as far as it arrived. */
  body: string;
  lineRead: boolean;
  headRead: boolean;
  complete: boolean;
}

export type ReadStep = 'line' | 'head' | 'complete';

export interface RequestReader {
  /** Takes what arrived, and tells in order which request got how far. All bytes are counted before anybody reacts. */
  push(chunk: Buffer): Array<{ readonly request: RawRequest; readonly step: ReadStep }>;
}

/** Just enough HTTP/1.1: request line, headers, a body by Content-Length or chunked, several requests on a connection. */
export function createRequestReader(connection: number, register: () => number, keep: (request: RawRequest) => void): RequestReader {
  let current: RawRequest | null = null;
  let carried = 0;

  function begin(): RawRequest {
    const request: RawRequest = {
      sequence: register(),
      connection,
      earlierOnConnection: carried,
      atMs: performance.now(),
      method: '',
      path: '',
      headers: {},
      bytes: Buffer.alloc(0),
      body: '',
      lineRead: false,
      headRead: false,
      complete: false,
    };
    keep(request);
    return request;
  }

  return {
    push(chunk) {
      const steps: Array<{ request: RawRequest; step: ReadStep }> = [];
      let rest = chunk;
      while (rest.length > 0) {
        const request: RawRequest = current ?? begin();
        current = request;
        request.bytes = Buffer.concat([request.bytes, rest]);
        rest = Buffer.alloc(0);
        if (!request.lineRead && readLine(request)) steps.push({ request, step: 'line' });
        if (!request.headRead && readHead(request)) steps.push({ request, step: 'head' });
        if (!request.headRead) continue;
        const end = endOfRequest(request);
        if (end === null) continue;
        rest = request.bytes.subarray(end);
        request.bytes = request.bytes.subarray(0, end);
        request.complete = true;
        steps.push({ request, step: 'complete' });
        current = null;
        carried += 1;
      }
      return steps;
    },
  };
}

function readLine(request: RawRequest): boolean {
  const end = request.bytes.indexOf('\r\n');
  if (end < 0) return false;
  const [method = '', target = ''] = request.bytes.subarray(0, end).toString('latin1').split(' ');
  request.method = method;
  request.path = target.replace(/\?.*$/, '');
  request.lineRead = true;
  return true;
}

function readHead(request: RawRequest): boolean {
  const end = request.bytes.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const lines = request.bytes.subarray(0, end).toString('latin1').split('\r\n').slice(1);
  request.headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  request.headRead = true;
  return true;
}

/** Where this request ends in its bytes; null while it has not all arrived. Fills in the body as far as it is there. */
function endOfRequest(request: RawRequest): number | null {
  const start = request.bytes.indexOf('\r\n\r\n') + 4;
  if (request.headers['transfer-encoding']?.toLowerCase() === 'chunked') return endOfChunked(request, start);
  const length = Number(request.headers['content-length'] ?? 0);
  request.body = request.bytes.subarray(start, start + length).toString('utf8');
  return request.bytes.length >= start + length ? start + length : null;
}

function endOfChunked(request: RawRequest, start: number): number | null {
  const parts: Buffer[] = [];
  let at = start;
  for (;;) {
    const lineEnd = request.bytes.indexOf('\r\n', at);
    const size = lineEnd < 0 ? Number.NaN : Number.parseInt(request.bytes.subarray(at, lineEnd).toString('latin1'), 16);
    request.body = Buffer.concat(parts).toString('utf8');
    if (Number.isNaN(size)) return null;
    const next = lineEnd + 2 + size + 2;
    if (request.bytes.length < next) return null;
    if (size === 0) return next;
    parts.push(request.bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = next;
  }
}
