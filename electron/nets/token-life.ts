import { isJsonObject, memberOf } from '../http/json.ts';

/** A token is renewed this long before it expires, so that it cannot run out in the middle of a payment. */
export const RENEWED_BEFORE_EXPIRY_MS = 600_000;

/**
 * How long a token is used whose expiry cannot be read. Long enough that one payment and the list's polling share a log-in;
 * short enough that a guess too long is rare, and then it costs one refused call: a 401 moves no money.
 */
export const UNREADABLE_LIFE_MS = 300_000;

/**
 * For how many milliseconds from now the token is used before it is renewed.
 * @param nowMs what time it is for Nets, in milliseconds since 1970: this PC's clock may be years off.
 */
export function usableForMs(token: string, nowMs: number): number {
  const expiresMs = expiryOf(token);
  const life = expiresMs === null ? 0 : expiresMs - nowMs;
  // Expired on arrival: then one of the two clocks is wrong, and the expiry says nothing.
  if (!(life > 0)) return UNREADABLE_LIFE_MS;
  // A token that lives shorter than the margin would otherwise be renewed before every single call.
  return life > RENEWED_BEFORE_EXPIRY_MS ? life - RENEWED_BEFORE_EXPIRY_MS : life / 2;
}

/** The `exp` claim of a JWT, in milliseconds. The signature is Nets' business: a forged token only fools its forger. */
function expiryOf(token: string): number | null {
  const payload = token.split('.')[1];
  if (payload === undefined) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    const expires = isJsonObject(claims) ? memberOf(claims, 'exp') : null;
    return typeof expires === 'number' && Number.isFinite(expires) && expires > 0 ? expires * 1_000 : null;
  } catch {
    return null;
  }
}
