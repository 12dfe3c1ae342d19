import { describe, expect, it } from 'vitest';
import { momentsOf } from '../../../electron/payments/rules/nets-time.ts';

const HELSINKI = 'Europe/Helsinki';

describe('the moments that a time of Nets can mean', () => {
  it.each<[string, string, readonly string[]]>([
    ['winter', '20261123101210', ['2026-11-23T08:12:10.000Z']],
    ['summer', '20260623101210', ['2026-06-23T07:12:10.000Z']],
    ['ISO with its zone', '2026-11-23T10:12:10Z', ['2026-11-23T10:12:10.000Z']],
    ['ISO with a fraction', '2026-11-23T10:12:10.250Z', ['2026-11-23T10:12:10.250Z']],
    ['ISO with an offset', '2026-11-23T10:12:10+02:00', ['2026-11-23T08:12:10.000Z']],
    ['ISO without a zone is local', '2026-11-23T10:12:10', ['2026-11-23T08:12:10.000Z']],
    ['autumn’s repeated hour means two', '20261025033000', ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
    ['the hour before it means one', '20261025025959', ['2026-10-24T23:59:59.000Z']],
    ['the hour after it means one', '20261025040000', ['2026-10-25T02:00:00.000Z']],
    ['spring’s skipped hour means none', '20260329033000', []],
    ['the hour before it', '20260329025959', ['2026-03-29T00:59:59.000Z']],
    ['the hour after it', '20260329040000', ['2026-03-29T01:00:00.000Z']],
    ['no time', 'eilen', []],
    ['nothing', '', []],
  ])('%s', (_, written, moments) => {
    expect(momentsOf(written, HELSINKI).map((moment) => new Date(moment).toISOString())).toEqual(moments);
  });
});
