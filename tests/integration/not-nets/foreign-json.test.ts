import { describe, expect, test } from 'vitest';
import { ID, notAborted, saleRequest } from '../nets/set-up.ts';
import { inBetween, json } from './in-between.ts';

const foreign: readonly (readonly [string, unknown])[] = [
  ['a firewall’s', { blocked: true, reason: 'policy', category: 'payments' }],
  ['a gateway’s message', { message: 'Blocked by policy' }],
  ['a message with members of its own', { message: 'Forbidden', policy: 17 }],
  ['a portal’s', { redirect: 'https://login.hotel.example', error: { code: 'PORTAL' } }],
  ['Strapi’s', { data: null, error: { status: 401, name: 'UnauthorizedError', message: 'Missing or invalid credentials' } }],
  ['a web filter’s', { error: 'Blocked by web filter: finance' }],
  ['a scanner’s of answers', { error: 'Virus found in response' }],
  ['a web application firewall’s', { error: 'Forbidden', message: 'Request blocked by rule 942100', status: 403 }],
  ['an administrator’s', { message: 'Access to this website is forbidden by your administrator' }],
  ['a hotel network’s', { message: 'Authentication is required to use the hotel network' }],
  ['a status alone', { status: 'blocked' }],
  ['a code alone', { code: 'DLP-17' }],
  ['a request’s id alone', { requestId: 'cf-1' }],
  ['an array', []],
  ['another result', { result: { ok: true } }],
];

describe.each([401, 403])('foreign JSON with status %i', (status) => {
  test.each(foreign)('%s is not Nets’ word on the log-in', async (_, body) => {
    const { terminal, logins } = await inBetween({ answer: json(status, body) });
    expect((await terminal.lookup(ID)).outcome).toEqual({ kind: 'unreachable' });
    expect(await terminal.listTerminals()).toEqual({ ok: false, error: 'unreachable' });
    const { outcome } = await terminal.sale(saleRequest, { onWritten: () => undefined, signal: notAborted() });
    expect(outcome).toEqual({ kind: 'unknown', cause: 'unreadable' });
    expect(logins()).toBe(1);
  });

  test.each(foreign)('%s at the log-in is no refusal', async (_, body) => {
    const { terminal } = await inBetween({ answer: json(200, {}), login: json(status, body) });
    expect(await terminal.clear()).toEqual({ ok: false, error: 'not-sent' });
    expect((await terminal.lookup(ID)).outcome).toEqual({ kind: 'unreachable' });
  });
});

test.each([200, 400, 404])('foreign JSON with status %i is no look', async (status) => {
  for (const [, body] of foreign) {
    const { terminal } = await inBetween({ answer: json(status, body) });
    expect((await terminal.lookup(ID)).outcome).toEqual({ kind: 'unreachable' });
  }
});

describe.each([401, 403])('Nets’ own refusal with status %i', (status) => {
  test.each([
    ['its error', { error: '9100 unauthorised' }],
    ['its failure', { failure: { error: '9100 unauthorised' } }],
    ['its gateway’s words', { message: 'The incoming token has expired' }],
    ['its gateway’s one word', { message: 'Forbidden' }],
    ['a code', { failure: { code: 9100 } }],
    ['an error beside its time and path', { timestamp: '2026-11-28T10:00:00Z', status: 401, error: 'Unauthorized', path: '/v1/terminal' }],
    ['a word on the user', { error: 'User is not authorised' }],
    ['no member', {}],
  ])('%s renews the token once, and is told', async (_, body) => {
    const { terminal, logins } = await inBetween({ answer: json(status, body) });
    expect((await terminal.lookup(ID)).outcome).toEqual({ kind: 'not-authorised' });
    expect(logins()).toBe(2);
    expect(await terminal.listTerminals()).toEqual({ ok: false, error: 'not-authorised' });
  });
});
