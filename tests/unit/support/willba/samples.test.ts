import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { signLink } from '../../../../resources/willba/sign-link.mjs';
import { verifyWebhook } from '../../../../resources/willba/verify-webhook.mjs';
import { projectRoot } from '../../../support/imports.ts';
import { sampleEvent } from '../../../support/willba/sample-event.ts';
import { readLink, signLink as signLinkOfTheTests } from '../../../support/willba/sign-link.ts';
import { signedHeaders } from '../../../support/willba/standard-webhook.ts';

const folder = join(projectRoot, 'resources/willba');
const codeOf = (file: string): string => readFileSync(join(folder, file), 'utf8');

describe('the samples for Willba', () => {
  it('stand in the README as they are', () => {
    const readme = codeOf('README.md');
    for (const file of ['sign-link.mjs', 'verify-webhook.mjs']) expect(readme).toContain(`\`\`\`js\n${codeOf(file)}\`\`\``);
  });
});

describe('the sample that signs a link', () => {
  const key = 'link-key-ä';
  const request = {
    amount: 1250,
    currency: 'EUR',
    reference: 'R-1 & 2',
    guest: 'Äijö + Öster',
    operator: 'Maija',
    id: 'a',
    exp: 2_000_000_000,
  };

  it('makes a link that the contract takes', () => {
    expect(readLink(signLink(request, key), [key], 0)).toMatchObject({ ok: true, request: { guest: 'Äijö + Öster', amount: '1250' } });
    expect(signLink(request, key)).toBe(signLinkOfTheTests(request, key));
  });

  it('leaves out what is not known', () => {
    const least = { amount: 1250, currency: 'EUR', id: 'a', exp: 2_000_000_000 };
    expect(signLink({ ...request, reference: undefined, guest: undefined, operator: undefined }, key)).toBe(signLinkOfTheTests(least, key));
  });
});

describe('the sample that verifies a webhook', () => {
  const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
  const older = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;
  const seconds = 1_800_000_000;
  const now = seconds * 1000;
  const rawBody = Buffer.from(JSON.stringify(sampleEvent(3)));
  const headers = signedHeaders([secret], 'evt_1', seconds, rawBody);

  it('takes what is signed, by one secret or by two', () => {
    expect(verifyWebhook(headers, rawBody, secret, now)).toEqual(sampleEvent(3));
    expect(verifyWebhook(signedHeaders([older, secret], 'evt_1', seconds, rawBody), rawBody, secret, now)).toEqual(sampleEvent(3));
  });

  it.each<[string, Record<string, string>, Buffer, string, number]>([
    ['another secret', headers, rawBody, older, now],
    ['another body', headers, Buffer.from(rawBody.toString().replace('1250', '1251')), secret, now],
    ['another id', { ...headers, 'webhook-id': 'evt_2' }, rawBody, secret, now],
    ['a time too long ago', headers, rawBody, secret, now + 301_000],
    ['a time in the future', headers, rawBody, secret, now - 301_000],
    ['no time', { ...headers, 'webhook-timestamp': '' }, rawBody, secret, now],
    ['no headers', {}, rawBody, secret, now],
    [
      'letters that no signature has',
      { ...headers, 'webhook-signature': `${headers['webhook-signature'].slice(0, -1)}ä` },
      rawBody,
      secret,
      now,
    ],
  ])('refuses %s', (_what, given, body, withSecret, at) => {
    expect(verifyWebhook(given, body, withSecret, at)).toBeNull();
  });
});
