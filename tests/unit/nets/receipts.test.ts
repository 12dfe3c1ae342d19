import { describe, expect, it } from 'vitest';
import { readReceipts } from '../../../electron/nets/receipts.ts';

const none = { customer: null, merchant: null, terminal: null };
const read = (body: unknown) => readReceipts(JSON.stringify(body));

describe('the receipts in an answer', () => {
  it('are both copies beside an approval and beside a decline, line by line, with their layout', () => {
    const customerReceipt = '      ASIAKAS\r\nPääte   71000001\r\n\r\nYHTEENSÄ   12,50\r\n';
    const texts = { customer: '      ASIAKAS\nPääte   71000001\n\nYHTEENSÄ   12,50', merchant: 'MYYJÄ', terminal: null };
    const paper = { customerReceipt, merchantReceipt: 'MYYJÄ' };
    expect(read({ result: [{ localModeEventArgs: { Result: 0 }, ...paper }] })).toEqual(texts);
    expect(read({ result: { localModeEventArgs: { Result: 0 }, ...paper } })).toEqual(texts);
    expect(read({ failure: { error: 'Declined', ...paper } })).toEqual(texts);
  });

  it('is the one that a lookup gives', () => {
    expect(read({ result: { latestTransactionResult: {}, printText: { Text: 'KOPIO' } } })).toEqual({ ...none, terminal: 'KOPIO' });
    expect(read({ result: [{ printText: 'KOPIO' }] })).toEqual({ ...none, terminal: 'KOPIO' });
  });

  it.each([
    [{}],
    [{ result: [] }],
    [{ result: [{ customerReceipt: '' }] }],
    [{ result: [{ customerReceipt: ' \r\n ' }] }],
    [{ result: [{ customerReceipt: 7, merchantReceipt: { Text: 'x' }, printText: ['x'] }] }],
    [{ result: 'customerReceipt' }],
    [{ customerReceipt: 'of nobody' }],
  ])('are none where there are none: %j', (body) => {
    expect(read(body)).toBeNull();
  });

  it('are none in what is no JSON', () => {
    expect(readReceipts('<html>customerReceipt</html>')).toBeNull();
  });

  it.each([
    ['in the middle of a group', 'KORTTI 4242 4242 42\n42 4242', 'KORTTI ···· ···· ··\n·· 4242'],
    ['between groups, with its layout', 'KORTTI 4242 4242\r\n       4242 4242\r\nVISA', 'KORTTI ···· ····\n       ···· 4242\nVISA'],
    ['with its expiry date behind it', '424242424242\n4242 1227', '············\n4242 ····'],
    ['other numbers', 'ERÄ 000123\n000456 STAN', 'ERÄ 000123\n000456 STAN'],
    ['a sum above it, or below', 'OSTO EUR    12.50\n100006 71000001\nHYVÄKSYTTY', 'OSTO EUR    12.50\n100006 71000001\nHYVÄKSYTTY'],
    ['with a sum below it', 'KORTTI 4242 4242 42\n42 4242\n12.50 0001234', 'KORTTI ···· ···· ··\n·· 4242\n12.50 0001234'],
    ['a table', '1111 2222\n3333 4444\n5555 6666\n7777 8888', '1111 2222\n3333 4444\n5555 6666\n7777 8888'],
  ])('hold no card number that the paper broke %s', (_how, text, kept) => {
    expect(read({ result: [{ customerReceipt: text }] })?.customer).toBe(kept);
  });

  it.each([...'*•·#●×█'])('hold no first digits of a card that somebody masked with %s', (sign) => {
    const [masked, text] = [sign.repeat(6), `KORTTI 541333${sign.repeat(6)}4444`];
    expect(read({ result: [{ customerReceipt: text }] })?.customer).toBe(`KORTTI ······${masked}4444`);
  });

  it('holds no card number, no sign that acts, and only so much', () => {
    const text = [
      'KORTTI 4242 4242 4242 4242',
      'KORTTI 541333******4444',
      'KORTTI ****1234',
      '\u001b[31mPUNAINEN\u001b[0m',
      'SUUNTA \u202e4242',
      'SIVU\fUUSI',
      `PITKÄ ${'x'.repeat(500)}`,
    ].join('\n');
    const kept = read({ result: [{ customerReceipt: text }] })?.customer ?? '';
    for (const sign of ['4242 4242', '541333', '\u001b', '\u202e', '\f']) expect(kept).not.toContain(sign);
    expect(kept).toContain('KORTTI ****1234');
    expect(kept.split('\n')).toEqual(expect.arrayContaining(['SIVU', 'UUSI']));
    expect(Math.max(...kept.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    const long = read({ result: [{ customerReceipt: 'rivi\r\n'.repeat(200_000) }] })?.customer ?? '';
    expect(long.split('\n').length).toBeLessThanOrEqual(300);
  });
});
