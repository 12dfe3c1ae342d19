import { harmless } from '../../shared/harmless.ts';
import type { Language } from '../../shared/money.ts';
import type { PaperBlock, PaperDocument, SheetLine } from '../../shared/paper.ts';
import type { PaperKind } from '../../shared/paper-kinds.ts';
import { cutAtWidth, widthOf, wrapWords } from './text-width.ts';

/** A document as it comes out on one kind of paper: every line of it, and every size. Lengths in millimetres, type in points. */
export type Sheet = {
  readonly title: string;
  readonly language: Language;
  readonly widthMm: number;
  /** A roll is cut after the last line; a sheet has a fixed height and goes on on the next one. */
  readonly heightMm: number;
  readonly sideMm: number;
  readonly topMm: number;
  readonly bottomMm: number;
  readonly points: number;
  readonly lineMm: number;
  /** Characters in a line. */
  readonly columns: number;
  readonly lines: readonly SheetLine[];
};

/** Smaller type cannot be read from a thermal printer. It is what such printers set 32 characters on 58 mm and 48 on 80 mm with. */
export const SMALLEST_POINTS = 7;
/** A letter's width in the face that is used, in parts of its size. */
const ADVANCE = 0.60205;
const LARGER = 1.5;
const LINE_HEIGHT = 1.3;
const POINTS_PER_MM = 72 / 25.4;

type Form = {
  readonly widthMm: number;
  readonly sideMm: number;
  readonly topMm: number;
  readonly bottomMm: number;
  /** Null: as long as its lines. */
  readonly heightMm: number | null;
  /** Characters in a line where nobody else has formatted for more. */
  readonly usualColumns: number;
  readonly largestPoints: number;
};

/** Printers of 58 and 80 mm print 48 and 72 mm of them. */
const FORMS: Record<PaperKind, Form> = {
  '58': { widthMm: 58, sideMm: 5, topMm: 4, bottomMm: 8, heightMm: null, usualColumns: 30, largestPoints: 9 },
  '80': { widthMm: 80, sideMm: 4, topMm: 4, bottomMm: 8, heightMm: null, usualColumns: 40, largestPoints: 10 },
  a4: { widthMm: 210, sideMm: 20, topMm: 20, bottomMm: 20, heightMm: 297, usualColumns: 80, largestPoints: 10 },
};
/** A printer would take a page that is wider than high for one that lies on its side. */
const LEAST_SHAPE = 1.2;
/** A printer's system rounds the page to whole points; the last line must not fall on a page of its own. */
const SPARE_MM = 1;
/** A PDF reader shows no longer page; what is longer goes on on the next one. */
const LONGEST_MM = 3_000;

/**
 * Lays a document out on a kind of paper. The type is as large as the widest line that somebody else formatted allows; below the smallest
 * size that can be read such a line is broken instead, and nothing of it is left out.
 */
export function layOut(document: PaperDocument, paper: PaperKind): Sheet {
  const form = FORMS[paper];
  const { points, columns } = typeSize(form, widestFixed(document));
  const lines = document.blocks.flatMap((block, index) => [
    ...(isApart(document.blocks[index - 1], block) ? [{ text: '', look: 'plain' as const }] : []),
    ...linesOf(block, columns),
  ]);
  const lineMm = (points * LINE_HEIGHT) / POINTS_PER_MM;
  const textMm = lines.reduce((sum, { look }) => sum + (look === 'large' ? LARGER : 1) * lineMm, 0);
  const { widthMm, sideMm, topMm, bottomMm } = form;
  const longMm = Math.min(LONGEST_MM, Math.ceil(Math.max(topMm + textMm + bottomMm + SPARE_MM, widthMm * LEAST_SHAPE)));
  const title = harmless(document.title, 200);
  return {
    title,
    language: document.language,
    widthMm,
    heightMm: form.heightMm ?? longMm,
    sideMm,
    topMm,
    bottomMm,
    points,
    lineMm,
    columns,
    lines,
  };
}

/** An empty line parts two blocks, but not a heading from what it is the heading of. */
const isApart = (before: PaperBlock | undefined, { look }: PaperBlock): boolean =>
  before !== undefined && !(before.look === 'heading' && (look === 'centre' || look === 'fixed'));

function typeSize(form: Form, widest: number): Pick<Sheet, 'points' | 'columns'> {
  const room = (form.widthMm - 2 * form.sideMm) * POINTS_PER_MM;
  const wished = room / (Math.max(widest, form.usualColumns) * ADVANCE);
  const points = Math.min(form.largestPoints, Math.max(SMALLEST_POINTS, Math.floor(wished * 100) / 100));
  return { points, columns: Math.floor(room / (points * ADVANCE)) };
}

const widestFixed = ({ blocks }: PaperDocument): number =>
  blocks.reduce((most, block) => (block.look === 'fixed' ? Math.max(most, ...block.lines.map(widthOf)) : most), 0);

/** Longer than any line that is shown. */
const LONGEST_LINE = 2_000;
const clean = (text: string): string => harmless(text, LONGEST_LINE);

function linesOf(block: PaperBlock, columns: number): SheetLine[] {
  switch (block.look) {
    case 'heading':
      return centred(block.lines, columns, 'strong');
    case 'mark':
      return centred(block.lines, Math.floor(columns / LARGER), 'large');
    case 'centre':
      return centred(block.lines, columns, 'plain');
    case 'text':
      return block.lines.flatMap((line) => plain(wrapWords(clean(line), columns)));
    case 'fixed':
      return block.lines.flatMap((line) => plain(cutAtWidth(clean(line), columns)));
    case 'rows':
      return block.rows.flatMap(([label, value]) => plain(row(clean(label), clean(value), columns)));
    case 'sign':
      return [...plain(['', '', '_'.repeat(columns)]), ...centred([block.label], columns, 'plain')];
  }
}

const plain = (lines: readonly string[]): SheetLine[] => lines.map((text) => ({ text, look: 'plain' }));

const centred = (lines: readonly string[], columns: number, look: SheetLine['look']): SheetLine[] =>
  lines.flatMap((line) =>
    wrapWords(clean(line), columns).map((text) => ({ text: ' '.repeat(Math.floor((columns - widthOf(text)) / 2)) + text, look })),
  );

/** Label and value in one line, or the value in lines of its own at the right. */
function row(label: string, value: string, columns: number): string[] {
  const room = columns - widthOf(label) - widthOf(value);
  if (room >= 1) return [label + ' '.repeat(room) + value];
  const right = wrapWords(value, columns).map((text) => ' '.repeat(columns - widthOf(text)) + text);
  return [...wrapWords(label, columns), ...right];
}
