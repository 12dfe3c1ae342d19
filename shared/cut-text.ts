/** Longer than any letter with its marks or emoji that people use, in UTF-16 units. */
const LONGEST_GRAPHEME = 64;
/** Made when it is first needed: the program's start needs none. */
let graphemes: Intl.Segmenter | null = null;

/**
 * The beginning of a text, at most so many UTF-16 units, and never half of what a person sees as one character: a letter with
 * its marks, a family of emoji. Reads no further than it must, however long the text is.
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
  // One letter under a heap of marks: better half of it than nothing, but no half of a pair.
  return end > 0 || longest === 0 ? text.slice(0, end) : text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
}
