import { describe, expect, test } from 'vitest';
import { RENEWED_BEFORE_EXPIRY_MS, UNREADABLE_LIFE_MS, usableForMs } from '../../../electron/nets/token-life.ts';

describe('for how long a token is used', () => {
  const jwt = (claims: unknown) => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;
  test.each([
    ['an hour', jwt({ exp: 3_600 }), 3_600_000 - RENEWED_BEFORE_EXPIRY_MS],
    ['shorter than the margin: half of it', jwt({ exp: 300 }), 150_000],
    ['expired on arrival: one of the clocks is wrong', jwt({ exp: -5 }), UNREADABLE_LIFE_MS],
    ['no exp', jwt({ iat: 1 }), UNREADABLE_LIFE_MS],
    ['exp as a text', jwt({ exp: '3600' }), UNREADABLE_LIFE_MS],
    ['exp as null', jwt({ exp: null }), UNREADABLE_LIFE_MS],
    ['claims that are an array', jwt([3_600]), UNREADABLE_LIFE_MS],
    ['no JSON inside', 'h.!!!.s', UNREADABLE_LIFE_MS],
    ['no parts', 'token', UNREADABLE_LIFE_MS],
    ['nothing', '', UNREADABLE_LIFE_MS],
  ])('%s', (_name, token, expected) => {
    expect(usableForMs(token, 0)).toBe(expected);
  });
});
