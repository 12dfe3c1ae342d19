import { isJsonObject, memberOf } from '../http/json.ts';

/** A token is renewed this long before it expires, so that it cannot run out in the middle of a payment. */
export const RENEWED_BEFORE_EXPIRY_MS = 600_000;

/**
 * How long a token is used if its expiry cannot be read. Long enough for a payment and the list's polling to share one log-in. If it is too
 * long, one call is refused with 401, which moves no money.
 */
export const UNREADABLE_LIFE_MS = 300_000;

/**
 * How many milliseconds from now the token may be used before it is renewed.
 * @param nowMs Nets' time in milliseconds since 1970, because this PC's clock may be years wrong.
 */
export function usableForMs(token: string, nowMs: number): number {
  const expiresMs = expiryOf(token);
  const life = expiresMs === null ? 0 : expiresMs - nowMs;
  // If the token seems to have expired already, one of the clocks is wrong and the expiry cannot be used.
  if (!(life > 0)) return UNREADABLE_LIFE_MS;
  // Half the life for short tokens. Otherwise a token with a life below the margin would be renewed before every call.
  return life > RENEWED_BEFORE_EXPIRY_MS ? life - RENEWED_BEFORE_EXPIRY_MS : life / 2;
}

/** The `exp` claim of a JWT, in milliseconds. The signature is not checked: only the renewal depends on this value. */
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
