import { promisify } from 'node:util';
import { brotliDecompress, gunzip, type InputType, inflate, inflateRaw, type ZlibOptions, zstdDecompress } from 'node:zlib';

type Decode = (bytes: InputType, options: ZlibOptions) => Promise<Buffer>;

/** `deflate` means zlib's format by the standard, but some servers send it without zlib's header. */
const inflateEither: Decode = (bytes, options) =>
  promisify<InputType, ZlibOptions, Buffer>(inflate)(bytes, options).catch((cause: unknown) => {
    if (isTooLarge(cause)) throw cause;
    return promisify<InputType, ZlibOptions, Buffer>(inflateRaw)(bytes, options);
  });

const DECODERS: ReadonlyMap<string, Decode> = new Map([
  ['gzip', promisify<InputType, ZlibOptions, Buffer>(gunzip)],
  ['x-gzip', promisify<InputType, ZlibOptions, Buffer>(gunzip)],
  ['deflate', inflateEither],
  [
    'br',
    (bytes, { maxOutputLength }) => promisify(brotliDecompress)(bytes, { ...(maxOutputLength === undefined ? {} : { maxOutputLength }) }),
  ],
  [
    'zstd',
    (bytes, { maxOutputLength }) => promisify(zstdDecompress)(bytes, { ...(maxOutputLength === undefined ? {} : { maxOutputLength }) }),
  ],
]);

/** Nobody sends more codings on top of each other. */
const MOST_CODINGS = 3;

/** The unpacked body is larger than an answer may be. */
export class DecodedTooLargeError extends Error {
  readonly code = 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
}

/**
 * The body without its `content-encoding`. We ask for none, but proxies and servers pack all the same. A body that cannot be unpacked is
 * returned as it came; it is readable only if the header was wrong.
 *
 * @param mostBytes limit of the unpacked bytes, at each step
 * @throws {DecodedTooLargeError} when the limit is exceeded
 */
export async function decodeBody(body: Buffer, contentEncoding: string, mostBytes: number): Promise<Buffer> {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (body.length === 0 || codings.length > MOST_CODINGS) return body;
  try {
    let decoded = body;
    // The last coding named was applied last.
    for (const coding of codings.reverse()) {
      const decode = DECODERS.get(coding);
      if (decode === undefined) return body;
      decoded = await decode(decoded, { maxOutputLength: mostBytes });
    }
    return decoded;
  } catch (cause) {
    if (isTooLarge(cause)) throw new DecodedTooLargeError('The unpacked answer is too large');
    return body;
  }
}

const isTooLarge = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
