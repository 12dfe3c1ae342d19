import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The log-in's tokens are real JWTs (HS256), because the client reads `exp` from them. */
export interface SessionTokens {
  issue(username: string): string;
  /** @param authorization the header as it came; REST accepts `bearer` and `Bearer`. */
  accepts(authorization: string | undefined): boolean;
}

/** The secret is new at every start, so tokens of an earlier run are not valid. */
export function createSessionTokens(clock: () => number, lifetimeSeconds: number): SessionTokens {
  const secret = randomBytes(32);
  const sign = (signed: string): string => createHmac('sha256', secret).update(signed).digest('base64url');
  return {
    issue(username) {
      const issuedAt = Math.floor(clock() / 1000);
      const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ sub: username, iat: issuedAt, exp: issuedAt + lifetimeSeconds })}`;
      return `${signed}.${sign(signed)}`;
    },
    accepts(authorization) {
      const match = /^bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/i.exec(authorization ?? '');
      if (match === null) return false;
      const [, header = '', payload = '', signature = ''] = match;
      const expected = Buffer.from(sign(`${header}.${payload}`));
      const given = Buffer.from(signature);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
      // This process signed it, so it is JSON with a number in it.
      const { exp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { exp: number };
      return clock() < exp * 1000;
    },
  };
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
