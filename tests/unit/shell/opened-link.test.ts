import { describe, expect, it } from 'vitest';
import { readFlags } from '../../../electron/shell/flags.ts';
import { handedOver, isTooLongToHandOver, openedLink, readHandedOver, splitLink } from '../../../electron/shell/opened-link.ts';

const link = 'willba-pos://pay?amount=1250&sig=x';
const flags = (...argv: string[]) => readFlags(['willba-pos', ...argv], '/here');

describe('a link on the command line', () => {
  it.each([[[link]], [['--', link]], [['--training', link]], [['--lang=fi', '.', '--', link]]])('is found behind the flags: %j', (argv) => {
    expect(flags(...argv).link).toEqual({ ok: true, value: link });
  });

  it.each([link, 'WILLBA-POS://pay?x', 'willba-pos:', 'willba-pos:%00'])('is a link for its scheme alone: %s', (text) => {
    expect(flags(text).link).toEqual({ ok: true, value: text });
  });

  it('is none where there is none, nor as the value of a flag', () => {
    expect(flags('--training').link).toBeNull();
    expect(flags(`--provision=${link}`).link).toBeNull();
    expect(flags('https://willba.example/willba-pos://pay').link).toBeNull();
  });

  it.each(['--training', '--self-check', '--export-payments=/tmp/x', '--provision=/tmp/x', '--lang=sv'])(
    'is refused with a flag behind it, which does nothing: %s',
    (flag) => {
      for (const argv of [
        [link, flag],
        ['--', link, flag],
      ]) {
        expect(flags(...argv)).toEqual({ ...flags(), link: { ok: false, error: 'not-last' } });
      }
    },
  );

  it('is refused with anything behind it, also a second link', () => {
    expect(splitLink([link, link]).link).toEqual({ ok: false, error: 'not-last' });
    expect(splitLink([link, '']).link).toEqual({ ok: false, error: 'not-last' });
  });

  it('nothing behind the end of the switches is a flag', () => {
    expect(flags('--', '--training', '--lang=sv')).toEqual(flags());
    expect(flags('--training', '--')).toEqual({ ...flags(), training: true });
  });

  it.each([20_000, 33_000_000])('is not carried along if it has %d characters', (length) => {
    expect(openedLink(`willba-pos://pay?${'a'.repeat(length)}`)).toEqual({ ok: false, error: 'too-long' });
  });
});

describe('a second start', () => {
  it('hands its link over', () => {
    const sent: unknown = JSON.parse(JSON.stringify(handedOver(openedLink(link))));
    expect(readHandedOver(sent)).toEqual({ ok: true, value: link });
    expect(readHandedOver(handedOver(null))).toBeNull();
    expect(readHandedOver(handedOver({ ok: false, error: 'not-last' }))).toEqual({ ok: false, error: 'not-last' });
  });

  it.each([undefined, null, 'text', 7, [], {}, { link: 'text' }, { link: null }])('is read without trust: %j', (data) => {
    expect(readHandedOver(data)).toBeNull();
  });

  it.each([{}, { value: 7 }, { error: 'used' }, { ok: true }])('a link that cannot be read is refused, never dropped: %j', (given) => {
    expect(readHandedOver({ link: given })).toMatchObject({ ok: false });
  });

  it('a link that is too long for the reader is not handed on, however it comes', () => {
    expect(readHandedOver({ link: { ok: true, value: 'a'.repeat(5_000) } })).toEqual({ ok: false, error: 'too-long' });
  });

  it('is not attempted with more than the running program can read at once', () => {
    const here = '/home/desk';
    expect(isTooLongToHandOver(['willba-pos', link], here, openedLink(link))).toBe(false);
    const longest = `willba-pos://pay?${'a'.repeat(4_000)}`;
    expect(isTooLongToHandOver(['willba-pos', longest], here, openedLink(longest))).toBe(false);
    expect(isTooLongToHandOver(['willba-pos', 'a'.repeat(20_000)], here, null)).toBe(false);
    expect(isTooLongToHandOver(['willba-pos', 'a'.repeat(30_000)], here, null)).toBe(true);
    // Bytes count, not characters.
    expect(isTooLongToHandOver(['willba-pos', 'ä'.repeat(15_000)], here, null)).toBe(true);
    const wide = `willba-pos://pay?${'€'.repeat(4_000)}`;
    expect(isTooLongToHandOver(['willba-pos', wide], here, openedLink(wide))).toBe(true);
  });
});
