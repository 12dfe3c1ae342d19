import regular from '@fontsource/dejavu-mono/files/dejavu-mono-latin-400-normal.woff2?inline';
import bold from '@fontsource/dejavu-mono/files/dejavu-mono-latin-700-normal.woff2?inline';
import type { PaperFace } from '../paper/page.ts';

/** The face of everything that is printed. Only what prints loads this module: it holds the whole face. */
export const paperFace: PaperFace = { regular, bold };
