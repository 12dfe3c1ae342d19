import { describe, expect, test } from 'vitest';
import { ID } from '../nets/set-up.ts';
import { inBetween, json, page } from './in-between.ts';

const NOW = 'Mon, 23 Nov 2026 10:00:00 GMT';

describe.each([429, 503, 408])('status %i that asks to wait', (status) => {
  test.each<[string, Record<string, string>, number | undefined]>([
    ['in seconds', { 'retry-after': '30' }, 30_000],
    ['until a date, by its own clock', { 'retry-after': 'Mon, 23 Nov 2026 10:01:30 GMT', date: NOW }, 90_000],
    ['until a date that is over', { 'retry-after': 'Mon, 23 Nov 2026 09:00:00 GMT', date: NOW }, undefined],
    ['not at all', {}, undefined],
    ['in words', { 'retry-after': 'soon' }, undefined],
    ['less than nothing', { 'retry-after': '-5' }, undefined],
    ['a fraction', { 'retry-after': '1.5' }, undefined],
  ])('%s', async (_, headers, retryAfterMs) => {
    const wanted = { kind: 'unreachable', ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
    for (const answer of [page(status, headers), json(status, { message: 'Too many requests' }, headers)]) {
      const { terminal } = await inBetween({ answer });
      expect((await terminal.lookup(ID)).outcome).toEqual(wanted);
      expect(await terminal.listTerminals()).toEqual({ ok: false, error: 'unreachable' });
      const without = await inBetween({ answer: json(200, {}), login: answer });
      expect((await without.terminal.lookup(ID)).outcome).toEqual(wanted);
    }
  });
});
