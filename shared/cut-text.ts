/** Longer than any letter with its marks, or any emoji, that people use. In UTF-16 units. */
const LONGEST_GRAPHEME = 64;
/** Created at first use, because the start of the program does not need it. */
let graphemes: Intl.Segmenter | null = null;

/**
 * The beginning of a text, at most `longest` UTF-16 units. It never ends inside what a person sees as one character: a letter with its
 * marks, a family of emoji. It reads only the part that it needs.
 */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  graphemes ??= new Intl.Segmenter('fi', { granularity: 'grapheme' });
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, longest + LONGEST_GRAPHEME))) {
    const next = index + segment.length;
    if (next > longest) break;
    end = next;
  }
  // If one letter has too many marks, half of it is kept, but never half of a surrogate pair.
  return end > 0 || longest === 0 ? text.slice(0, end) : text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
}
