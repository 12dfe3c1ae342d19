import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfPage {
  readonly widthMm: number;
  readonly heightMm: number;
  /** From the paper's upper and lower edge to its first and last line. */
  readonly topMm: number;
  readonly bottomMm: number;
  /** Its lines from top to bottom, each letter in the column where it stands. */
  readonly lines: readonly string[];
}

const MM_PER_POINT = 25.4 / 72;

/** What is in a PDF, as another program reads it. */
export async function readPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  return withPdf(bytes, async (pdf) => {
    const pages: PdfPage[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent({ disableNormalization: true });
      const letters = items.flatMap((item) => ('str' in item && item.str !== '' ? [placed(item)] : []));
      const heights = letters.map(({ y }) => y);
      pages.push({
        widthMm: width * MM_PER_POINT,
        heightMm: height * MM_PER_POINT,
        topMm: (height - Math.max(...heights)) * MM_PER_POINT,
        bottomMm: Math.min(...heights) * MM_PER_POINT,
        lines: linesOf(letters),
      });
    }
    return pages;
  });
}

type Placed = { readonly text: string; readonly x: number; readonly y: number; readonly advance: number };

function placed(item: { readonly str: string; readonly width: number; readonly transform: readonly unknown[] }): Placed {
  const [x = 0, y = 0] = item.transform.slice(4).map(Number);
  return { text: item.str, x, y, advance: item.width / [...item.str].length };
}

/** The face has one width, so that a letter's place tells its column. */
function linesOf(letters: readonly Placed[]): string[] {
  const left = Math.min(...letters.map(({ x }) => x));
  const rows = new Map<number, Placed[]>();
  for (const letter of letters) {
    const row = [...rows.keys()].find((y) => Math.abs(y - letter.y) < 2) ?? letter.y;
    rows.set(row, [...(rows.get(row) ?? []), letter]);
  }
  const ordered = [...rows].sort(([a], [b]) => b - a);
  return ordered.map(([, row]) => {
    let line = '';
    for (const { text, x, advance } of [...row].sort((a, b) => a.x - b.x)) {
      line = line.padEnd(Math.round((x - left) / advance)) + text;
    }
    return line;
  });
}

async function withPdf<T>(bytes: Uint8Array, use: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  try {
    return await use(await task.promise);
  } finally {
    await task.destroy();
  }
}
