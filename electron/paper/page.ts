import { createHash } from 'node:crypto';
import type { SheetLine } from '../../shared/paper.ts';
import type { Sheet } from './layout.ts';

/** A face of fixed width as `data:` addresses, so that every PC prints alike. Null: whatever the system has. */
export type PaperFace = { readonly regular: string; readonly bold: string };

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Text as it must stand in a page, so that nothing of it is taken for a tag. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/**
 * The page that is printed: one element a line, no script, no address, no picture. Its own policy allows its one style sheet and the face
 * in it, and nothing else, so that a text that got past the escaping could do nothing.
 */
export function pageOf(sheet: Sheet, face: PaperFace | null): string {
  const style = styleOf(sheet, face);
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'`;
  return [
    `<!doctype html><html lang="${sheet.language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<title>${escaped(sheet.title)}</title><style>${style}</style></head><body>`,
    ...sheet.lines.map(lineOf),
    '</body></html>',
  ].join('');
}

/** An empty line has a blank, so that it has a height. */
const lineOf = ({ text, look }: SheetLine): string => `<p class="${look}">${text === '' ? ' ' : escaped(text)}</p>`;

const mm = (length: number): string => `${Math.round(length * 1000) / 1000}mm`;

function styleOf({ widthMm, heightMm, sideMm, topMm, bottomMm, points, lineMm }: Sheet, face: PaperFace | null): string {
  const faces =
    face === null
      ? ''
      : [
          `@font-face{font-family:paper;font-weight:400;src:url(${face.regular})}`,
          `@font-face{font-family:paper;font-weight:700;src:url(${face.bold})}`,
        ].join('');
  return [
    faces,
    `@page{size:${mm(widthMm)} ${mm(heightMm)};margin:0}`,
    'html,body{margin:0;color:#000;background:#fff}',
    // Edges of the body and not of the page: a printer's driver puts its own in the page's place.
    `body{padding:${mm(topMm)} ${mm(sideMm)} ${mm(bottomMm)};-webkit-box-decoration-break:clone;box-decoration-break:clone}`,
    `body{font:400 ${points}pt/${mm(lineMm)} paper,"DejaVu Sans Mono",Consolas,monospace}`,
    // A letter that joins with the next one, or a line in another reading direction, would leave its column.
    'p{margin:0;white-space:pre;break-inside:avoid;font-variant-ligatures:none;font-kerning:none;direction:ltr;unicode-bidi:isolate}',
    '.strong,.large{font-weight:700}',
    `.large{font-size:1.5em;line-height:${mm(lineMm * 1.5)}}`,
  ].join('');
}
