const signs = new Intl.Segmenter('fi', { granularity: 'grapheme' });
/** Chinese, Japanese and Korean signs and pictures take two columns. */
const WIDE =
  /\p{Extended_Pictographic}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const NARROW = /^[\x20-\x7e\u00a0-\u024f]*$/;

const signWidth = (sign: string): number => (WIDE.test(sign) && !NARROW.test(sign) ? 2 : 1);

/** Columns that a text takes in a face of fixed width. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const { segment } of signs.segment(text)) width += signWidth(segment);
  return width;
}

/** Cuts a text into pieces of at most this width. Joined they are the text again; there is at least one. */
export function cutAtWidth(text: string, columns: number): string[] {
  if (widthOf(text) <= columns) return [text];
  const pieces: string[] = [];
  let piece = '';
  let width = 0;
  for (const { segment } of signs.segment(text)) {
    const more = signWidth(segment);
    if (width + more > columns && piece !== '') {
      pieces.push(piece);
      piece = '';
      width = 0;
    }
    piece += segment;
    width += more;
  }
  return [...pieces, piece];
}

/** Breaks a text between its words; a word that is too long is cut. */
export function wrapWords(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((each) => each !== '')) {
    const [first = '', ...rest] = cutAtWidth(word, columns);
    const joined = line === '' ? first : `${line} ${first}`;
    if (rest.length === 0 && widthOf(joined) <= columns) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    if (rest.length > 0) lines.push(first, ...rest.slice(0, -1));
    line = rest.at(-1) ?? first;
  }
  return [...lines, line];
}
