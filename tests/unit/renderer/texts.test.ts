import { describe, expect, it } from 'vitest';
import { t, tCount } from '../../../renderer/i18n/t.ts';
import { netsTimeText } from '../../../renderer/time/nets-time-text.ts';
import { fi } from '../../../shared/texts/fi/index.ts';

function leaves(branch: object, path = ''): [string, string][] {
  return Object.entries(branch).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );
}

describe('the texts', () => {
  it('fill in what they are given', () => {
    expect(t('sale.paySum', { sum: '128,50 €' })).toBe('Maksa 128,50 €');
    expect(t('header.nets.connected')).toBe('Nets yhdistetty');
  });

  it('count in Finnish', () => {
    expect(tCount('today.payments', 1)).toBe('1 maksu');
    expect(tCount('today.payments', 14)).toBe('14 maksua');
    expect(tCount('today.payments', 0)).toBe('0 maksua');
    expect(tCount('today.payments', 29_000).replace(/\s/g, ' ')).toBe('29 000 maksua');
  });

  it('are never empty, except for the environment that needs no band', () => {
    for (const [key, text] of leaves(fi)) if (key !== 'environment.production') expect(text.trim(), key).not.toBe('');
  });

  it('hold nothing that only a programmer understands', () => {
    for (const [key, text] of leaves(fi)) expect(text, key).not.toMatch(/undefined|null|\[object|TODO/);
  });
});

describe('Nets’ own time', () => {
  it.each([
    ['in the property’s zone where it names one', '2026-11-23T09:42:31Z', 'fi', '23.11.2026 11.42.31'],
    ['as on the receipt where it names none', '20261123094231', 'fi', '23.11.2026 9.42.31'],
    ['as Swedish writes it', '20261123094231', 'sv', '23.11.2026 9.42.31'],
    ['as English writes it', '2026-11-23T09:42:31Z', 'en', '23/11/2026 11:42:31'],
    ['as it came where it is none', 'ei aikaa', 'fi', 'ei aikaa'],
    ['as it came where there is no such day', '20261399094231', 'fi', '20261399094231'],
  ] as const)('%s', (_how, at, language, text) => expect(netsTimeText(at, 'Europe/Helsinki', language)).toBe(text));
});
