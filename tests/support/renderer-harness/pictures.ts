import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createCanvas, type Image, loadImage } from '@napi-rs/canvas';

/** Pictures are kept at half their size: what a person sees from a metre away, and a few kilobytes each. */
const SCALE = 0.5;
const QUALITY = 85;
/** A block of so many dots is compared by its mean: edges of letters are drawn a little differently elsewhere, a mark or a word is not. */
const BLOCK = 4;
const DIFFERS = 14;

export type Dots = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

export async function dotsOf(picture: Buffer, scale = 1): Promise<Dots> {
  return draw(await loadImage(picture), scale).dots;
}

function draw(image: Image, scale: number) {
  const canvas = createCanvas(Math.round(image.width * scale), Math.round(image.height * scale));
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { canvas, dots: { width: canvas.width, height: canvas.height, data } };
}

/** How many blocks of two pictures differ, and where the first one is; all of them where the sizes do. */
export function differenceOf(a: Dots, b: Dots): { readonly blocks: number; readonly at: readonly [x: number, y: number] | null } {
  if (a.width !== b.width || a.height !== b.height) return { blocks: Number.POSITIVE_INFINITY, at: [0, 0] };
  let blocks = 0;
  let at: readonly [number, number] | null = null;
  for (let y = 0; y + BLOCK <= a.height; y += BLOCK) {
    for (let x = 0; x + BLOCK <= a.width; x += BLOCK) {
      if (!blockDiffers(a, b, x, y)) continue;
      at ??= [x, y];
      blocks += 1;
    }
  }
  return { blocks, at };
}

function blockDiffers(a: Dots, b: Dots, left: number, top: number): boolean {
  const sums = [0, 0, 0];
  for (let y = top; y < top + BLOCK; y += 1) {
    for (let x = left; x < left + BLOCK; x += 1) {
      const dot = (y * a.width + x) * 4;
      for (const colour of [0, 1, 2]) sums[colour] = (sums[colour] ?? 0) + (a.data[dot + colour] ?? 0) - (b.data[dot + colour] ?? 0);
    }
  }
  return sums.some((sum) => Math.abs(sum) > DIFFERS * BLOCK * BLOCK);
}

/**
 * Compares a picture with the kept one.
 * @returns how many blocks differ; 0 where the kept one was made anew (`WILLBA_KEEP_PICTURES=1`) or is the same
 */
export async function compareWithKept(path: string, picture: Buffer): Promise<{ readonly blocks: number; readonly where: string }> {
  const drawn = draw(await loadImage(picture), SCALE);
  if (process.env['WILLBA_KEEP_PICTURES'] === '1') {
    const isSame = existsSync(path) && differenceOf(drawn.dots, await dotsOf(readFileSync(path))).blocks === 0;
    mkdirSync(dirname(path), { recursive: true });
    if (!isSame) writeFileSync(path, drawn.canvas.encodeSync('webp', QUALITY));
    return { blocks: 0, where: '' };
  }
  if (!existsSync(path)) throw new Error(`no picture is kept at ${path}; WILLBA_KEEP_PICTURES=1 keeps this one`);
  const { blocks, at } = differenceOf(drawn.dots, await dotsOf(readFileSync(path)));
  if (blocks === 0) return { blocks, where: '' };
  return { blocks, where: `first at ${at?.map((place) => place / SCALE).join(', ')}` };
}
