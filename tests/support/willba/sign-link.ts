import { createHmac, timingSafeEqual } from 'node:crypto';

/** What Willba asks for. `amount` is in minor units, `exp` in Unix seconds; what is left out does not stand in the link. */
export interface LinkRequest {
  readonly amount: number;
  readonly currency: string;
  readonly reference?: string;
  readonly guest?: string;
  readonly operator?: string;
  readonly id: string;
  readonly exp: number;
}

const ORDER = ['amount', 'currency', 'reference', 'guest', 'operator', 'id', 'exp'] as const;

/** The query as Willba writes it, without its signature. */
export function queryOf(request: LinkRequest): string {
  return ORDER.filter((name) => request[name] !== undefined)
    .map((name) => `${name}=${encodeURIComponent(String(request[name]))}`)
    .join('&');
}

/** Signs whatever query it is given, so that a test can sign what Willba never would. */
export function signQuery(
  query: string,
  linkKey: string,
  before: 'willba-pos://pay?' | 'willba-pos://pay/?' = 'willba-pos://pay?',
): string {
  return `${before}${query}&sig=${createHmac('sha256', linkKey).update(query).digest('base64url')}`;
}

export function signLink(request: LinkRequest, linkKey: string): string {
  return signQuery(queryOf(request), linkKey);
}

export type ReadLink =
  | { readonly ok: true; readonly request: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly why: string };

/** Reads a link by the contract alone, for the tests of those who sign one. `keys`: newest first, any of them will do. */
export function readLink(link: string, keys: readonly string[], nowMs: number): ReadLink {
  const [, signed, sig] = /^willba-pos:\/\/pay\/?\?(amount=.*)&sig=([\w-]{43})$/.exec(link) ?? [];
  if (signed === undefined || sig === undefined) return { ok: false, why: 'no signed link to pay' };
  const given = Buffer.from(sig);
  const isSigned = keys.some((key) => timingSafeEqual(given, Buffer.from(createHmac('sha256', key).update(signed).digest('base64url'))));
  if (!isSigned) return { ok: false, why: 'not signed with the key' };
  const request = Object.fromEntries(signed.split('&').map((pair) => pair.split('=').map(decodeURIComponent)));
  if (!(Number(request['exp']) > nowMs / 1000)) return { ok: false, why: 'expired' };
  return { ok: true, request };
}
