import type { IncomingMessage } from 'node:http';

/** A request of this API has at most some hundred bytes. */
export const BODY_LIMIT_BYTES = 64 * 1024;
/** A caller that sends more than this gets no answer. */
const PATIENCE_BYTES = 16 * BODY_LIMIT_BYTES;

export type RequestBody = { readonly kind: 'read'; readonly text: string } | { readonly kind: 'too-large' } | { readonly kind: 'aborted' };

/**
 * Reads a request's body and keeps no more than the limit. Bytes after the limit are received and dropped: answering while the caller still
 * writes would reset the connection, and the caller would never read the 413.
 */
export function readBody(request: IncomingMessage): Promise<RequestBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= BODY_LIMIT_BYTES) chunks.push(chunk);
      else if (size > PATIENCE_BYTES) request.destroy();
    });
    request.on('end', () => {
      resolve(size > BODY_LIMIT_BYTES ? { kind: 'too-large' } : { kind: 'read', text: Buffer.concat(chunks).toString('utf8') });
    });
    request.on('error', () => resolve({ kind: 'aborted' }));
    request.on('close', () => resolve({ kind: 'aborted' }));
  });
}

/** @returns the JSON object in `text`, or null for anything else: junk, an array, a bare value. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
