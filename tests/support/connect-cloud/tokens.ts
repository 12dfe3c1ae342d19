import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import { isObject } from './wire.ts';

/** Issues and checks login tokens: JWTs whose `exp` claim is the expiry, in Nets' clock. */
export interface TokenDesk {
  issue(username: string): string;
  /** null: the token is good; else why not. Both `bearer` and `Bearer` are accepted by REST. */
  objection(authorization: string | undefined): string | null;
  revokeAll(): void;
}

export function createTokenDesk(lifeSeconds: number, netsNow: () => number): TokenDesk {
  const secret = randomBytes(32);
  let issued = new Set<string>();

  const sign = (content: string): string => createHmac('sha256', secret).update(content).digest('base64url');
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  return {
    issue(username) {
      const nowSeconds = Math.floor(netsNow() / 1000);
      // jti makes two tokens of the same second differ, so that revoking tells them apart.
      const claims = { sub: username, iat: nowSeconds, exp: nowSeconds + lifeSeconds, jti: randomBytes(6).toString('hex') };
      const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
      const token = `${content}.${sign(content)}`;
      issued.add(token);
      return token;
    },
    objection(authorization) {
      const token = /^bearer (\S+)$/i.exec(authorization ?? '')?.[1];
      if (token === undefined) return 'missing token';
      const [header = '', claims = '', signature = ''] = token.split('.');
      const expected = Buffer.from(sign(`${header}.${claims}`));
      const given = Buffer.from(signature);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'invalid token';
      if (!issued.has(token)) return 'revoked token';
      const parsed: unknown = JSON.parse(Buffer.from(claims, 'base64url').toString());
      const exp = isObject(parsed) ? parsed['exp'] : undefined;
      return typeof exp === 'number' && netsNow() < exp * 1000 ? null : 'expired token';
    },
    revokeAll() {
      issued = new Set();
    },
  };
}
