import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../electron/day-close/csv.ts';
import { documentOf } from '../../../electron/day-close/document.ts';
import { layOut } from '../../../electron/paper/layout.ts';
import { sampleAddenda, sampleClosedDay } from '../../support/renderer-harness/sample-day.ts';

const linesOn = (paper: '58' | '80' | 'a4', day = sampleClosedDay): string[] =>
  layOut(documentOf({ day, addenda: sampleAddenda }, 'fi'), paper).lines.map(({ text }) => text.replaceAll('\u00a0', ' '));

describe('a closed day on paper', () => {
  it.each(['58', '80', 'a4'] as const)('says on %s what the screen says, with Nets’ report as the terminal formatted it', (paper) => {
    const lines = linesOn(paper);
    const text = lines.join('\n');
    for (const part of ['Päivän päätös 22.11.2026', 'Maija V.', 'Täsmää', 'Ei täsmää', 'Ei vahvistettu', '2 098,00 €', '2 338,00 €']) {
      expect(text).toContain(part);
    }
    expect(lines.map((line) => line.trim()).join(' ')).toMatch(/Kysytään\s+asiakkaalta\s+huomenna/);
    for (const line of (sampleClosedDay.reconciliations[0]?.text ?? '').split('\n')) expect(text).toContain(line.trim());
    expect(text).not.toContain('HARJOITTELU');
  });

  it('is marked where no money moved', () => {
    expect(linesOn('80', { ...sampleClosedDay, environment: 'training' }).join()).toContain('HARJOITTELU');
    expect(linesOn('80', { ...sampleClosedDay, environment: 'test' }).join()).toContain('RAHA EI SIIRRY');
  });
});

describe('a closed day as CSV', () => {
  it('has a mark, semicolons, CRLF and decimal commas, and a line for each sum', () => {
    const csv = csvOf(sampleClosedDay, 'fi');
    expect(csv.startsWith('\uFEFFPäivä;Päätelaite;Tunniste;Rivi;Kappaleet;Summa\r\n')).toBe(true);
    expect(csv).toContain('22.11.2026;Päätelaite I;71000001;Myynti;14;1862,40\r\n');
    expect(csv).toContain('22.11.2026;Koko kassa;;Veloitettu yhteensä;;2098,00\r\n');
    expect(csv.split('\r\n')).toHaveLength(1 + 3 * 8 + 1);
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx'])('lets no cell start a formula: %j', (terminalName) => {
    const [first] = sampleClosedDay.totals.terminals;
    if (first === undefined) throw new Error('no terminal');
    const day = { ...sampleClosedDay, totals: { ...sampleClosedDay.totals, terminals: [{ ...first, terminalName }] } };
    for (const line of csvOf(day, 'fi').split('\r\n')) {
      for (const cell of line.split(';')) expect(cell).not.toMatch(/^"?[=+@\t]|^"?-\D|^"?-1$/);
    }
  });
});
