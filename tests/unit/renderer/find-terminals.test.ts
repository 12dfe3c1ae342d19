import { describe, expect, it } from 'vitest';
import { findTerminals, onlyFound, stillSelected } from '../../../renderer/screens/picker/find-terminals.ts';
import type { TerminalSection, TerminalView } from '../../../shared/terminal.ts';

const terminal = (number: number, more: Partial<TerminalView> = {}): TerminalView => ({
  terminalId: String(71_000_000 + number),
  name: `Päätelaite ${number}`,
  active: true,
  location: 'Aula',
  pointOfSale: 'Vastaanotto',
  status: { light: 'unknown' },
  ...more,
});
const sections: readonly TerminalSection[] = [
  { pointOfSale: 'Vastaanotto', terminals: Array.from({ length: 80 }, (_, index) => terminal(index)) },
  { pointOfSale: null, terminals: [terminal(500, { name: 'Ääniä', pointOfSale: null, location: 'Rantasauna' }), terminal(501)] },
];
const find = (typed: string, most = 60, selectedId: string | null = null) => findTerminals(sections, { typed, most, selectedId });
const names = (found: ReturnType<typeof find>): string[] => found.sections.flatMap(({ terminals }) => terminals.map(({ name }) => name));

describe('the search in the picker', () => {
  it('finds by name, id and place, by every word, in any case, and leaves out empty sections', () => {
    expect(names(find('ÄÄNI'))).toEqual(['Ääniä']);
    expect(names(find('rantasauna'))).toEqual(['Ääniä']);
    expect(names(find('a\u0308a\u0308ni')), 'typed in parts').toEqual(['Ääniä']);
    expect(names(find('７１０００５０１'))).toEqual(['Päätelaite 501']);
    expect(names(find('71000501'))).toEqual(['Päätelaite 501']);
    expect(names(find('aula 501'))).toEqual(['Päätelaite 501']);
    expect(find('ranta').sections.map(({ pointOfSale }) => pointOfSale)).toEqual([null]);
    expect(find('ei mikään')).toEqual({ sections: [], hidden: 0 });
  });

  it('draws so many rows and says how many are left out', () => {
    const found = find('');
    expect(names(found)).toHaveLength(60);
    expect(found.hidden).toBe(22);
    expect(find('', Number.POSITIVE_INFINITY).hidden).toBe(0);
  });

  it('always shows the one that is selected', () => {
    const found = find('', 60, '71000501');
    expect(names(found)).toContain('Päätelaite 501');
    expect(found.hidden).toBe(21);
  });
});

describe('what stays selected under a search', () => {
  it('is the selected terminal while the search finds it, drawn or not', () => {
    expect(stillSelected(sections, '', '71000501')).toBe('71000501');
    expect(stillSelected(sections, '  päätelaite ', '71000501')).toBe('71000501');
    expect(names(find('päätelaite', 60, stillSelected(sections, 'päätelaite', '71000501')))).toContain('Päätelaite 501');
  });

  it('is nothing once the search leaves it out, so that nothing out of sight can be used', () => {
    expect(stillSelected(sections, 'sauna', '71000001')).toBeNull();
    expect(stillSelected(sections, 'ei mikään', '71000001')).toBeNull();
  });

  it('is never another one, and never one that the list does not hold', () => {
    expect(stillSelected(sections, 'sauna', null)).toBeNull();
    expect(stillSelected(sections, '', '79999999')).toBeNull();
  });
});

describe('Enter in the search', () => {
  it('means the only one that was found, and nobody where there are more or none', () => {
    expect(onlyFound(sections, 'sauna')).toBe('71000500');
    expect(onlyFound(sections, 'päätelaite')).toBeNull();
    expect(onlyFound(sections, 'ei mikään')).toBeNull();
  });
});
