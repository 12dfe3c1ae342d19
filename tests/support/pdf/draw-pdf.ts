import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Dots of a thermal printer. */
const DOTS_PER_INCH = 203;

/** A PDF's first page as a picture (PNG), drawn with the faces that are in the PDF and none of this machine. */
export async function drawPdf(bytes: Uint8Array): Promise<Buffer> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, disableFontFace: true });
  try {
    const page = await (await task.promise).getPage(1);
    const viewport = page.getViewport({ scale: DOTS_PER_INCH / 72 });
    const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
    // It draws on whatever is like a browser's canvas.
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, background: '#fff' }).promise;
    return canvas.toBuffer('image/png');
  } finally {
    await task.destroy();
  }
}

/** A dot differs if it is dark in one picture and light in the other: edges are drawn a little differently elsewhere. */
const DIFFERS = 128;

/** @returns the share of the dots that differ; 1 where the pictures have not the same size. */
export async function differenceOf(a: Buffer, b: Buffer): Promise<number> {
  const [one, other] = await Promise.all([a, b].map(greyOf));
  if (one === undefined || other === undefined || one.length !== other.length) return 1;
  let differing = 0;
  for (const [at, value] of one.entries()) if (Math.abs(value - (other[at] ?? 0)) > DIFFERS) differing += 1;
  return differing / one.length;
}

async function greyOf(png: Buffer): Promise<Uint8Array> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  return data.filter((_, at) => at % 4 === 0) as unknown as Uint8Array;
}

/**
 * The picture that is kept in the repository. With `WILLBA_KEEP_PICTURES=1` a missing one is made of what was drawn, for a person to look
 * at and keep.
 */
export function keptPicture(path: string, drawn: Buffer): Buffer {
  if (!existsSync(path) && process.env['WILLBA_KEEP_PICTURES'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, drawn);
  }
  return readFileSync(path);
}
