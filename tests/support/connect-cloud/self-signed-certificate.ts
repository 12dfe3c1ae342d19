import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** PEM texts, as node:https takes them. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export interface CertificateOptions {
  /** Default: valid since yesterday. */
  readonly validFrom?: Date;
  readonly validTo?: Date;
  /** Default: 127.0.0.1 is in it, so that only the missing trust is wrong. */
  readonly ipAddress?: readonly [number, number, number, number];
  /** Whose it is, and its own authority's name. Two of one name cannot be trusted side by side. */
  readonly subject?: string;
  /** Default: localhost. */
  readonly dnsName?: string;
}

const DAY_MS = 86_400_000;

/** Makes a certificate without openssl: Node can sign but not build X.509, so the few DER parts are written here. */
export function selfSignedCertificate(options: CertificateOptions = {}): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const validFrom = options.validFrom ?? new Date(Date.now() - DAY_MS);
  const validTo = options.validTo ?? new Date(Date.now() + 30 * DAY_MS);
  const name = sequence(set(sequence(oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from(options.subject ?? 'willba-pos test server')))));
  const algorithm = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02)); // ecdsa-with-SHA256
  const address = der(0x87, Buffer.from(options.ipAddress ?? [127, 0, 0, 1]));
  const alternativeName = sequence(
    oid(0x55, 0x1d, 0x11),
    octets(sequence(address, der(0x82, Buffer.from(options.dnsName ?? 'localhost')))),
  );
  const authority = sequence(oid(0x55, 0x1d, 0x13), TRUE, octets(sequence(TRUE)));
  const content = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    name,
    sequence(utcTime(validFrom), utcTime(validTo)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(authority, alternativeName)),
  );
  const signature = sign('sha256', content, privateKey);
  const whole = sequence(content, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: pem(whole) };
}

const TRUE = Buffer.from([0x01, 0x01, 0xff]);

function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, Buffer.concat(parts));
const set = (...parts: readonly Buffer[]): Buffer => der(0x31, Buffer.concat(parts));
const octets = (content: Buffer): Buffer => der(0x04, content);
const integer = (content: Buffer): Buffer => der(0x02, content);
const oid = (...bytes: readonly number[]): Buffer => der(0x06, Buffer.from(bytes));

/** YYMMDDhhmmssZ */
function utcTime(date: Date): Buffer {
  return der(0x17, Buffer.from(`${date.toISOString().replace(/\D/g, '').slice(2, 14)}Z`));
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
