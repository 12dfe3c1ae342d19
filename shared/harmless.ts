import { cutText } from './cut-text.ts';

/** Emoji, also joined ones: a heart in colour, a family, a flag of a region, a key with a digit. */
const EMOJI =
  /[0-9#*]\ufe0f\u20e3|\u{1f3f4}[\u{e0061}-\u{e007a}]{2,6}\u{e007f}|\p{Extended_Pictographic}(?:[\ufe0e\ufe0f]|\p{Emoji_Modifier})?(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?)*/gu;
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/**
 * Whether a text holds invisible or control characters, or marks that change the reading direction. The joiners inside an emoji do not
 * count.
 */
export const holdsHidden = (text: string): boolean => HIDDEN.test(text) && HIDDEN.test(text.replace(EMOJI, ''));

/**
 * Text from others as one harmless line of at most `longest` UTF-16 units. Characters that change the reading direction, move a terminal's
 * cursor or begin a new line are removed. After a right-to-left mark `4242` would be read as `2424`.
 */
export function harmless(text: string, longest: number): string {
  // Cut first, so that a very long text is not read to its end.
  const bounded = text.length > longest * 2 + SPARE ? text.slice(0, longest * 2 + SPARE) : text;
  return cutText(bounded.isWellFormed() && !HIDDEN.test(bounded) ? bounded : cleaned(bounded), longest);
}

/** Cleaning removes some characters; this many more are read, so that enough remains. */
const SPARE = 64;

const cleaned = (text: string): string => betweenEmoji(text.toWellFormed(), (plain) => plain.replace(BREAKS, ' ').replace(UNSEEN, ''));

function betweenEmoji(text: string, clean: (plain: string) => string): string {
  const parts: string[] = [];
  let kept = 0;
  for (const { index, 0: emoji } of text.matchAll(EMOJI)) {
    parts.push(clean(text.slice(kept, index)), emoji);
    kept = index + emoji.length;
  }
  return parts.join('') + clean(text.slice(kept));
}
