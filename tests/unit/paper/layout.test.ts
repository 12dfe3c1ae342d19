import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, type Sheet, SMALLEST_POINTS } from '../../../electron/paper/layout.ts';
import { widthOf } from '../../../electron/paper/text-width.ts';
import type { PaperBlock } from '../../../shared/paper.ts';
import { type PaperKind, paperKinds } from '../../../shared/paper-kinds.ts';

const sheetOf = (paper: PaperKind, ...blocks: readonly PaperBlock[]): Sheet =>
  layOut({ title: 'Kuitti', language: 'fi', blocks: [...blocks] }, paper);
const fixed = (...lines: readonly string[]): PaperBlock => ({ look: 'fixed', lines: [...lines] });
const textsOf = ({ lines }: Sheet): string[] => lines.map(({ text }) => text);
const ADVANCE_MM = (points: number): number => (points * 0.60205 * 25.4) / 72;

describe('the size of the type', () => {
  it.each([
    ['58', 24, 24],
    ['58', 32, 32],
    ['80', 24, 33],
    ['80', 42, 42],
    ['80', 48, 48],
    ['a4', 24, 80],
  ] as const)('on %s a line of %i characters fits whole', (paper, characters, columns) => {
    const line = `${'x'.repeat(characters - 1)}Ö`;
    const sheet = sheetOf(paper, fixed(line));
    expect(textsOf(sheet)).toEqual([line]);
    expect(sheet.columns).toBeGreaterThanOrEqual(characters);
    expect(sheet.columns).toBeGreaterThanOrEqual(Math.min(columns, 30));
  });

  it('never goes below what can be read: a line that is too long goes on in the next', () => {
    const line = `  ${'0123456789'.repeat(5)} loppu`;
    const sheet = sheetOf('58', fixed(line));
    expect(sheet.points).toBe(SMALLEST_POINTS);
    expect(sheet.columns).toBe(32);
    expect(textsOf(sheet)).toEqual([line.slice(0, 32), line.slice(32)]);
  });

  it.each(paperKinds)('leaves no line outside the paper: %s', (paper) => {
    const anything = fc.array(fc.string({ unit: 'grapheme', maxLength: 90 }), { maxLength: 12 });
    fc.assert(
      fc.property(anything, anything, (lines, words) => {
        const sheet = sheetOf(
          paper,
          fixed(...lines),
          { look: 'text', lines: words },
          { look: 'mark', lines: words },
          { look: 'rows', rows: words.map((word) => [word, word.slice(1)]) },
        );
        expect(sheet.points).toBeGreaterThanOrEqual(SMALLEST_POINTS);
        for (const { text, look } of sheet.lines) {
          const size = look === 'large' ? sheet.points * 1.5 : sheet.points;
          expect(widthOf(text) * ADVANCE_MM(size)).toBeLessThanOrEqual(sheet.widthMm - 2 * sheet.sideMm + 0.001);
        }
      }),
    );
  });
});

describe('what somebody else formatted', () => {
  it.each(paperKinds)('stands on paper to the letter, with its blanks: %s', (paper) => {
    // What the journal keeps of a receipt is such text: see masking/kept-receipt.ts.
    const line = fc.string({ unit: fc.constantFrom(...'  ABCÅÄÖåäö0123456789.,:*-_€<>&"\''), maxLength: 100 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
        const sheet = sheetOf(paper, fixed(...lines));
        const printed = textsOf(sheet);
        let at = 0;
        for (const each of lines) {
          let whole = printed[at] ?? '';
          at += 1;
          while (whole.length < each.length) {
            whole += printed[at] ?? '';
            at += 1;
          }
          expect(whole).toBe(each);
        }
        expect(at).toBe(printed.length);
      }),
    );
  });
});

describe('the other parts', () => {
  it('a row has its label at the left and its value at the right', () => {
    const [line = ''] = textsOf(sheetOf('80', { look: 'rows', rows: [['Veloitettu', '12,50 €']] }));
    expect(line).toMatch(/^Veloitettu +12,50 €$/);
    expect(line).toHaveLength(40);
  });

  it('a row without room for both has its value below', () => {
    const value = 'R-2044 ryhmävaraus Hämäläinen-Korhonen';
    const lines = textsOf(sheetOf('58', { look: 'rows', rows: [['Viite', value]] }));
    expect(lines[0]).toBe('Viite');
    expect(lines.slice(1).every((line) => widthOf(line) === 30)).toBe(true);
    expect(
      lines
        .slice(1)
        .map((line) => line.trim())
        .join(' '),
    ).toBe(value);
  });

  it('words are broken between words, and a mark is larger', () => {
    const sheet = sheetOf('58', { look: 'mark', lines: ['EI TODISTE MAKSUSTA'] }, { look: 'text', lines: ['sana '.repeat(20)] });
    expect(sheet.lines[0]).toEqual({ text: 'EI TODISTE MAKSUSTA', look: 'large' });
    expect(
      textsOf(sheet)
        .slice(2)
        .every((line) => /^(?:sana ?)+$/.test(line)),
    ).toBe(true);
  });

  it('signs that act are gone, and letters of others stay', () => {
    const [line] = textsOf(sheetOf('80', fixed('A\u001b[31mB\fC\u202eD Иван')));
    expect(line).toBe('A [31mB CD Иван');
  });
});

describe('the paper', () => {
  it.each([
    ['58', 58],
    ['80', 80],
  ] as const)('is %s mm wide and as long as its lines', (paper, width) => {
    const short = sheetOf(paper, fixed('x'));
    const long = sheetOf(paper, fixed(...Array.from({ length: 100 }, () => 'x')));
    expect([short.widthMm, long.widthMm]).toEqual([width, width]);
    expect(short.heightMm).toBeGreaterThan(width);
    const needed = long.topMm + long.bottomMm + 100 * long.lineMm;
    expect(long.heightMm).toBeGreaterThan(needed + 0.5);
    expect(long.heightMm).toBeLessThan(needed + 3);
  });

  it('A4 keeps its height', () => {
    expect(sheetOf('a4', fixed(...Array.from({ length: 300 }, () => 'x')))).toMatchObject({ widthMm: 210, heightMm: 297 });
  });
});
