import { describe, expect, it } from 'vitest';

import { keyOf, signature, signedHeaders, signersOf, timestampProblem } from '../../../support/willba/standard-webhook.ts';

/** As the project's own libraries test it (standard-webhooks, libraries/javascript/src/webhook.test.ts, "sign function works"). */
const published = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: 1614265330,
  rawBody: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const other = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const foreign = 'v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=';

const message = (changes: { id?: string; timestamp?: string; signatures?: string[]; rawBody?: Buffer } = {}) => ({
  id: published.id,
  timestamp: String(published.timestamp),
  signatures: [published.signature],
  rawBody: Buffer.from(published.rawBody),
  ...changes,
});
const signers = (secrets: string[], changes?: Parameters<typeof message>[0]): number[] => signersOf(secrets, message(changes));

describe('the signature', () => {
  it('is the published one', () => {
    const { secret, id, timestamp, rawBody } = published;
    expect(signature(secret, id, timestamp, rawBody)).toBe(published.signature);
    expect(signedHeaders([secret], id, timestamp, rawBody)).toEqual({
      'webhook-id': id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': published.signature,
    });
  });

  it('is found good with its secret, and with no other', () => {
    expect(signers([published.secret])).toEqual([0]);
    expect(signers([other])).toEqual([]);
    expect(signers([other, published.secret])).toEqual([1]);
    expect(signers([])).toEqual([]);
  });

  it.each([
    ['body', { rawBody: Buffer.from('{"test":2432232314}') }],
    ['id', { id: 'msg_p5jXN8AQM9LWM0D4loKWxJel' }],
    ['timestamp', { timestamp: '1614265331' }],
    ['signature', { signatures: [published.signature.replace('g0h', 'g0i')] }],
    ['length of it', { signatures: [published.signature.slice(0, -1)] }],
    ['version', { signatures: [published.signature.replace('v1', 'v2')] }],
    ['letters of it', { signatures: [`${published.signature.slice(0, -1)}ä`] }],
    ['rest of it', { signatures: ['v1,', ''] }],
  ])('is bad with another %s', (_what, changes) => {
    expect(signers([published.secret], changes)).toEqual([]);
  });

  it('may stand among others, in any place', () => {
    expect(signers([published.secret], { signatures: [foreign, 'v1a,AAAA', published.signature] })).toEqual([0]);
    expect(signers([published.secret], { signatures: [published.signature, foreign] })).toEqual([0]);
  });

  it('of both secrets, while one is being changed, is good for who knows either, and shows who signed', () => {
    const headers = signedHeaders([other, published.secret], published.id, published.timestamp, published.rawBody);
    const signatures = headers['webhook-signature'].split(' ');
    expect(signatures).toHaveLength(2);
    expect(signers([published.secret], { signatures })).toEqual([0]);
    expect(signers([other], { signatures })).toEqual([0]);
    expect(signers([published.secret, other], { signatures })).toEqual([0, 1]);
  });
});

describe('the secret', () => {
  it.each([
    ['without its prefix', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    ['that is no base64', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa_-'],
    ['of 23 bytes', `whsec_${Buffer.alloc(23).toString('base64')}`],
    ['of 65 bytes', `whsec_${Buffer.alloc(65).toString('base64')}`],
  ])('%s is not taken', (_what, secret) => {
    expect(() => keyOf(secret)).toThrow('a secret');
  });
});

describe('the timestamp', () => {
  const at = (seconds: number): string | null => timestampProblem(String(published.timestamp), (published.timestamp + seconds) * 1000);

  it('is good within five minutes on both sides', () => {
    for (const seconds of [-300, -1, 0, 300, 300.9]) expect(at(seconds)).toBeNull();
    expect(at(301)).toBe('the timestamp is 301 s old');
    expect(at(-301)).toBe('the timestamp is 301 s in the future');
  });

  it.each(['', '0', '-5', '1614265330.5', '1614265330000000', '2021-02-25T15:02:10Z', ' 1614265330'])('"%s" is none', (timestamp) => {
    expect(timestampProblem(timestamp, published.timestamp * 1000)).toContain('is no Unix time');
  });
});
