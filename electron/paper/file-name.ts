import { cutText } from '../../shared/cut-text.ts';
import { harmless } from '../../shared/harmless.ts';

/** Windows refuses these in a name, and a dot or a blank at its end. */
const REFUSED = /[<>:"/\\|?*]+/g;
const LONGEST_PART = 60;

/**
 * A file's default name out of parts, such as `kuitti 2026-11-28 R-1001.pdf`: every system takes it, and it names no folder. It begins
 * with a word of ours, so that it is never a device's name such as `CON`.
 */
export const fileNameOf = (word: string, parts: readonly string[], ending: string): string =>
  `${[word, ...parts.map(safe)].filter((part) => part !== '').join(' ')}.${ending}`;

const safe = (part: string): string =>
  cutText(harmless(part, 200).replace(REFUSED, '-'), LONGEST_PART)
    .replace(/^[. ]+|[. ]+$/g, '')
    .replace(/\s+/g, ' ');
