import { randomBytes, randomUUID } from 'node:crypto';

// Crockford's alphabet has no I, L, O or U, so an order id can be read aloud on the telephone.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function base32(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  for (let i = 0; i < length; i += 1) {
    text = (ALPHABET[Number(rest & 31n)] ?? '') + text;
    rest >>= 5n;
  }
  return text;
}

export const systemIds = {
  paymentId: (): string => randomUUID(),
  formName: (): string => randomUUID(),
  /**
   * `01JDX-8K3F2-9QW7B`: 17 characters, 45 bits of milliseconds and 30 random bits. Never used twice: Nets does not reject duplicates, and
   * a lookup proves an approval by this id alone.
   */
  orderId(): string {
    const time = base32(BigInt(Date.now()), 9);
    const random = base32(BigInt(`0x${randomBytes(4).toString('hex')}`), 6);
    const text = time + random;
    return `${text.slice(0, 5)}-${text.slice(5, 10)}-${text.slice(10)}`;
  },
  /** Short enough to read aloud; the log line with it holds the details. */
  errorRef: (): string => base32(BigInt(`0x${randomBytes(4).toString('hex')}`), 6),
};
