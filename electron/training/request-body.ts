import type { IncomingMessage } from 'node:http';

/** No request of this API needs more than some hundred bytes. */
export const BODY_LIMIT_BYTES = 64 * 1024;
/** A caller that goes on after this is not answered any more. */
const PATIENCE_BYTES = 16 * BODY_LIMIT_BYTES;

export type RequestBody = { readonly kind: 'read'; readonly text: string } | { readonly kind: 'too-large' } | { readonly kind: 'aborted' };

/**
 * Reads a request's body, keeping no more than the limit.
 * What comes after the limit is still received and dropped: answering while the caller writes would reset the
 * connection, and the caller would never read its 413.
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
