import fc from 'fast-check';
import { usually } from './json-text.ts';

const FRAMINGS = [
  'length',
  'chunked',
  'until closed',
  'length too long',
  'length too short',
  'length without end',
  'length negative',
  'length no number',
  'two lengths',
  'length and chunked',
  'chunk size no number',
  'chunk size too big',
  'chunks without end',
  'chunk size without end',
  'chunked but plain',
  'plain but chunked',
  'unknown transfer encoding',
] as const;
export type Framing = (typeof FRAMINGS)[number];

export const framing: fc.Arbitrary<Framing> = usually<Framing>(
  8,
  fc.constantFrom('length', 'length', 'chunked', 'until closed'),
  fc.constantFrom(...FRAMINGS),
);

const CHUNKED = 'Transfer-Encoding: chunked';
const END = '0\r\n\r\n';

/** The headers that tell how long the body is, truly or not, and the body as it goes over the wire. */
export function framed(framing: Framing, payload: Buffer): { readonly lines: readonly string[]; readonly body: Buffer } {
  const { length } = payload;
  const plain = (...lines: readonly string[]) => ({ lines, body: payload });
  const chunked = (size: string, end: string, lines = [CHUNKED]) => ({ lines, body: chunks(payload, size, end) });
  const hex = length.toString(16);
  switch (framing) {
    case 'length':
      return plain(`Content-Length: ${length}`);
    case 'until closed':
      return plain();
    case 'length too long':
      return plain(`Content-Length: ${length + 10}`);
    case 'length too short':
      return plain(`Content-Length: ${Math.max(0, length - 3)}`);
    case 'length without end':
      return plain('Content-Length: 99999999999999999999999');
    case 'length negative':
      return plain(`Content-Length: -${length}`);
    case 'length no number':
      return plain('Content-Length: 0x10');
    case 'two lengths':
      return plain(`Content-Length: ${length}`, `Content-Length: ${length + 1}`);
    case 'length and chunked':
      return chunked(hex, END, [`Content-Length: ${length}`, CHUNKED]);
    case 'chunked':
      return chunked(hex, END);
    case 'chunk size no number':
      return chunked('size', END);
    case 'chunk size too big':
      return chunked((length + 99).toString(16), END);
    case 'chunks without end':
      return chunked(hex, '');
    case 'chunk size without end':
      return chunked('f'.repeat(30), END);
    case 'chunked but plain':
      return plain(CHUNKED);
    case 'plain but chunked':
      return chunked(hex, END, []);
    case 'unknown transfer encoding':
      return chunked(hex, END, ['Transfer-Encoding: gzip, chunked']);
  }
}

/** A chunk of no bytes would be the last one. */
function chunks(payload: Buffer, size: string, end: string): Buffer {
  if (payload.length === 0) return Buffer.from(end);
  return Buffer.concat([Buffer.from(`${size};x=y\r\n`), payload, Buffer.from(`\r\n${end}`)]);
}
