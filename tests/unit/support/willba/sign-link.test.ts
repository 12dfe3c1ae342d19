import { describe, expect, it } from 'vitest';

import { queryOf, readLink, signLink, signQuery } from '../../../support/willba/sign-link.ts';

const request = {
  amount: 1250,
  currency: 'EUR',
  reference: 'R-1001/a&b=c',
  guest: 'Äijö Öster + "vaimo"',
  operator: 'Maija V.',
  id: 'req-1',
  exp: 1_800_000_000,
};
const key = 'avain-äö';
const before = (request.exp - 1) * 1000;
const link = signLink(request, key);

describe('a signed link', () => {
  it('is written as Willba writes it, with a signature made elsewhere', () => {
    const query =
      'amount=1250&currency=EUR&reference=R-1001%2Fa%26b%3Dc&guest=%C3%84ij%C3%B6%20%C3%96ster%20%2B%20%22vaimo%22&operator=Maija%20V.&id=req-1&exp=1800000000';
    expect(queryOf(request)).toBe(query);
    // Reckoned with Python's hmac over the query.
    expect(link).toBe(`willba-pos://pay?${query}&sig=CZC1yxdxOdrl8Ihk4308v_rmyddvnyg00oF4LVTzILA`);
  });

  it('is read back as it was meant, with either way of writing its beginning', () => {
    const { amount, exp, ...texts } = request;
    const meant = { ok: true, request: { ...texts, amount: String(amount), exp: String(exp) } };
    expect(readLink(link, [key], before)).toEqual(meant);
    expect(readLink(signQuery(queryOf(request), key, 'willba-pos://pay/?'), [key], before)).toEqual(meant);
    expect(readLink(link, ['newer key', key], before)).toEqual(meant);
  });

  it('leaves out what is not known', () => {
    expect(queryOf({ amount: 5, currency: 'EUR', id: 'req-2', exp: 9 })).toBe('amount=5&currency=EUR&id=req-2&exp=9');
  });

  it('is not good with another key, nor after its time', () => {
    expect(readLink(link, ['another key'], before)).toEqual({ ok: false, why: 'not signed with the key' });
    expect(readLink(link, [key], request.exp * 1000)).toEqual({ ok: false, why: 'expired' });
  });

  it('is not good with any one of its characters changed', () => {
    for (let place = 'willba-pos://pay?'.length; place < link.length; place += 1) {
      const changed = `${link.slice(0, place)}${link[place] === 'A' ? 'B' : 'A'}${link.slice(place + 1)}`;
      expect(readLink(changed, [key], before).ok, changed).toBe(false);
    }
  });

  it.each([
    ['without a signature', link.slice(0, link.indexOf('&sig='))],
    ['with something behind it', `${link}&amount=1`],
    ['with another act', link.replace('pay?', 'refund?')],
    ['that does not begin with its amount', signQuery('currency=EUR&amount=1250&id=a&exp=1800000000', key)],
  ])('is none %s', (_what, changed) => {
    expect(readLink(changed, [key], before)).toEqual({ ok: false, why: 'no signed link to pay' });
  });
});
