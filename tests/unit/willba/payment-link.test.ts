import { describe, expect, it } from 'vitest';
import { type LinkRules, LONGEST_LINK, readPaymentLink } from '../../../electron/willba/payment-link.ts';
import { type LinkRequest, queryOf, signLink, signQuery } from '../../support/willba/sign-link.ts';

const KEY = 'a key that only Willba and this hotel know';
const NOW = Date.parse('2026-11-28T10:00:00.000Z');
const asked: LinkRequest = {
  amount: 1250,
  currency: 'EUR',
  reference: 'R-1001',
  guest: 'Matti Mäkinen',
  operator: 'Maija V.',
  id: 'b9a4c3f2-0000-4000-8000-4242aa424242',
  exp: NOW / 1000 + 300,
};
const request = {
  id: asked.id,
  amountMinor: 1250,
  currency: 'EUR',
  reference: 'R-1001',
  guest: 'Matti Mäkinen',
  operator: 'Maija V.',
};
const read = (link: string, rules: Partial<LinkRules> = {}) =>
  readPaymentLink(link, { keys: [KEY], currency: 'EUR', now: NOW, clockOffset: null, ...rules });
const changed = (change: Record<string, unknown>) => signLink({ ...asked, ...change } as LinkRequest, KEY);
const refused = (error: string) => ({ ok: false, error });

describe('a link of Willba', () => {
  it('tells what is asked for', () => {
    expect(read(signLink(asked, KEY))).toEqual({ ok: true, value: request });
    expect(read(signQuery(queryOf(asked), KEY, 'willba-pos://pay/?'))).toEqual({ ok: true, value: request });
  });

  it('may leave out who asks and for whom, and have no reference', () => {
    const { guest: _guest, operator: _operator, ...bare } = asked;
    expect(read(signLink({ ...bare, reference: '' }, KEY))).toEqual({
      ok: true,
      value: { ...request, reference: '', guest: null, operator: null },
    });
  });

  it('is read as forms write it too: a bare plus is a space', () => {
    const query = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]));
    query.set('guest', 'Matti + Maija');
    expect(read(signQuery(query.toString(), KEY))).toEqual({ ok: true, value: { ...request, guest: 'Matti + Maija' } });
  });

  it('is good with any of the keys, and with no other', () => {
    const link = signLink(asked, KEY);
    expect(read(link, { keys: ['newer', KEY] }).ok).toBe(true);
    expect(read(link, { keys: ['newer', 'newest'] })).toEqual(refused('signature'));
    expect(read(link, { keys: [] })).toEqual(refused('signature'));
  });

  it('that expires in milliseconds would never do so, and is refused', () => {
    expect(read(changed({ exp: NOW + 300_000 }))).toEqual(refused('malformed'));
    expect(read(changed({ exp: 4_102_444_800 })).ok).toBe(true);
  });

  it.each(['R4111111111111111', 'card-4111-1111-1111-1111', 'x 4111111111111111'])('holds no card number in its id: %s', (id) => {
    expect(read(changed({ id })).ok).toBe(false);
  });

  it.each(['5e1f4c3a9b0d4e6f8a7b1c2d3e4f5a6b', 'request-2026-11-28-0001', '01JDR8Z4Q9X7V5T3B1N0M2K4H6'])('may have the id %s', (id) => {
    expect(read(changed({ id })).ok).toBe(true);
  });

  it('may hold what a newer Willba adds', () => {
    expect(read(signQuery(`${queryOf(asked)}&room=12`, KEY))).toEqual({ ok: true, value: request });
  });
});

describe('a link that was not made by Willba', () => {
  const link = signLink(asked, KEY);

  it.each([
    link.replace('amount=1250', 'amount=1'),
    link.replace('R-1001', 'R-1002'),
    link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    link.slice(0, -1),
    `${link}A`,
    `${link}&amount=1`,
    `${link}==`,
    link.replace('amount=1250&', 'amount=1250&amount=1250&'),
  ])('is refused for its signature: %s', (forged) => {
    expect(read(forged)).toEqual(refused('signature'));
  });

  it.each([
    '',
    'willba-pos:',
    'willba-pos://refund?amount=1&sig=x',
    link.replace('willba-pos', 'willba'),
    `x${link}`,
    link.replace('?', '?x=1&'),
    link.replace(/&sig=.*/, ''),
    `${link}#pay`,
    `${link} --training`,
    `${link}\n`,
    link.replace('R-1001', 'R\u00001001'),
    link.replace('Matti%20', 'Matti '),
  ])('is no link: %j', (text) => {
    expect(read(text).ok).toBe(false);
  });

  it('is not read at all where it is too long', () => {
    expect(read(signLink({ ...asked, reference: 'a'.repeat(LONGEST_LINK) }, KEY))).toEqual(refused('too-long'));
    expect(read('&sig='.repeat(7_000_000))).toEqual(refused('too-long'));
  });
});

describe('a signed link that cannot be used', () => {
  it.each(['0', '-1', '01', '1e3', '12.50', '12,50', '+5', ' 5', '', '100000000', '99999999999', '٣', '0x10', 'NaN'])(
    'amount %j',
    (amount) => {
      expect(read(changed({ amount }))).toEqual(refused('amount'));
    },
  );

  it('the largest sum is taken', () => {
    expect(read(changed({ amount: 99_999_999 }))).toMatchObject({ ok: true, value: { amountMinor: 99_999_999 } });
  });

  it.each(['SEK', 'eur', '', 'EUR '])('currency %j', (currency) => {
    expect(read(changed({ currency }))).toEqual(refused('currency'));
  });

  it.each(['amount', 'currency', 'reference', 'id', 'exp'])('without %s', (name) => {
    const query = queryOf(asked)
      .split('&')
      .filter((pair) => !pair.startsWith(`${name}=`))
      .join('&');
    expect(read(signQuery(query, KEY)).ok).toBe(false);
  });

  it.each(['amount', 'guest', 'exp', 'sig', 'room'])('with %s twice', (name) => {
    const answer = read(signQuery(`${queryOf(asked)}&${name}=1&${name}=2`, KEY));
    expect(answer.ok).toBe(false);
    if (name !== 'sig') expect(answer).toEqual(refused('repeated'));
  });

  it.each(['%', '%zz', '%ff', '%c3%28', '%ed%a0%80'])('with a broken escape: %s', (text) => {
    expect(read(signQuery(`${queryOf(asked)}&room=${text}`, KEY))).toEqual(refused('malformed'));
  });

  it.each(['a\u0000b', 'a\nb', 'a\u202eb', 'a\u200bb', 'x'.repeat(81)])('reference or guest %j', (text) => {
    expect(read(changed({ reference: text }))).toEqual(refused('text'));
    expect(read(changed({ guest: text }))).toEqual(refused('text'));
  });

  it.each(['4242 4242 4242 4242', '4242-4242-4242-4242', 'R 4242424242424242'])('a card number in it: %s', (text) => {
    expect(read(changed({ reference: text }))).toEqual(refused('card-number'));
    expect(read(changed({ guest: text }))).toEqual(refused('card-number'));
    expect(read(changed({ operator: text }))).toEqual(refused('card-number'));
    expect(read(changed({ id: text })).ok).toBe(false);
  });

  it.each(['00000000-0005-1000-8000-000000000000', '7', 'W-1', '4242aa42-4242-4242-8424-242424242424'])('the id %s is one', (id) => {
    expect(read(changed({ id }))).toMatchObject({ ok: true, value: { id } });
  });

  it.each(['', 'a b', 'ä', 'x'.repeat(65)])('id %j', (id) => {
    expect(read(changed({ id }))).toEqual(refused('text'));
  });

  it('is good until its time, by this PC', () => {
    expect(read(changed({ exp: NOW / 1000 })).ok).toBe(true);
    expect(read(changed({ exp: NOW / 1000 - 1 }))).toEqual(refused('expired'));
    expect(read(changed({ exp: 'soon' }))).toEqual(refused('malformed'));
    expect(read(changed({ exp: '-1' }))).toEqual(refused('malformed'));
  });

  it('says so where Nets has another time', () => {
    const old = changed({ exp: NOW / 1000 - 60 });
    expect(read(old, { clockOffset: -59_000 })).toEqual(refused('expired'));
    expect(read(old, { clockOffset: -60_000 })).toEqual(refused('expired-by-wrong-clock'));
    expect(read(old, { clockOffset: 60_000 })).toEqual(refused('expired'));
  });
});
