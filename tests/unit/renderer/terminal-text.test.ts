import { describe, expect, it } from 'vitest';
import { ageText, oldAgeText, placeInSection } from '../../../renderer/terminal/terminal-text.ts';

const NOW = new Date('2026-11-23T10:00:00.000Z');
const at = (minutesAgo: number): string => new Date(NOW.getTime() - minutesAgo * 60_000).toISOString();
const row = (status: Parameters<typeof oldAgeText>[0]): string => oldAgeText(status, 'Europe/Helsinki', NOW);

describe('the age in a row of the picker', () => {
  it('is left out for what was just heard, and stands beside what was not renewed', () => {
    expect(row({ light: 'green', asOf: at(1) })).toBe('');
    expect(row({ light: 'green', asOf: at(19) })).toBe('tarkistettu klo 11.41');
    expect(row({ light: 'green', asOf: at(60 * 24) })).toBe('tarkistettu 22.11.2026 klo 12.00');
    expect(row({ light: 'green', asOf: null })).toBe('');
    expect(row({ light: 'unknown' })).toBe('');
  });

  it('always stands beside an error, with what was known before where Nets is silent', () => {
    expect(row({ light: 'red', reason: 'not-connected', asOf: at(0) })).toBe('tarkistettu klo 12.00');
    expect(row({ light: 'red', reason: 'nets-unreachable', asOf: at(19), lastKnown: 'ready' })).toBe('viimeksi valmis, klo 11.41');
    expect(row({ light: 'red', reason: 'missing', asOf: null })).toBe('');
  });

  it('is told of the selected terminal however fresh it is', () => {
    expect(ageText({ light: 'green', asOf: at(1) }, 'Europe/Helsinki', NOW)).toBe('tarkistettu klo 11.59');
  });
});

describe('the place in a row of the picker', () => {
  const named = (pointOfSale: string | null, location: string, terminalId = '71000001', name = 'Päätelaite I') => ({
    terminalId,
    name,
    pointOfSale,
    location,
  });
  const place = (section: string | null, terminal: ReturnType<typeof named>, ...others: readonly ReturnType<typeof named>[]): string =>
    placeInSection(terminal, { pointOfSale: section, terminals: [terminal, ...others] });

  it('is the location alone under its own point of sale, and both in the last group', () => {
    expect(place('Rantasauna', named('Rantasauna', 'Pukuhuone'))).toBe('Pukuhuone');
    expect(place(null, named('Rantasauna', 'Pukuhuone'))).toBe('Rantasauna · Pukuhuone');
    expect(place(null, named('Ravintola', 'Ravintola'))).toBe('Ravintola');
    expect(place(null, named(null, 'Varasto'))).toBe('Varasto');
  });

  it('tells two of the same name apart, by their places where these differ and by Nets’ id where they do not', () => {
    const other = named('Ravintola', '', '71000002');
    expect(place(null, named('Rantasauna', ''), other)).toBe('Rantasauna');
    expect(place(null, named('Ravintola', ''), other)).toBe('Ravintola · 71000001');
    expect(place('Aula', named('Aula', ''), named('Aula', '', '71000002'))).toBe('71000001');
    expect(place('Aula', named('Aula', ''), named('Aula', '', '71000002', 'Päätelaite II'))).toBe('');
  });
});
