/** Control characters, and everything that is not shown: line breaks, tabs, marks that turn the reading direction. */
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const CONTROLS = new RegExp(`${CONTROL.source}+`, 'gu');
const FROM_FIRST_TO_LAST_DIGIT = /\d[\s\S]*\d/;
const HARMLESS_AT_ENDS = /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
const ONLY_SPACES = /^\p{Zs}*$/u;

export const holdsControl = (text: string): boolean => CONTROL.test(text);

/** Without the blanks, line breaks and invisible marks around it: a spreadsheet and a calculator copy those along. */
export function trimInvisible(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && HARMLESS_AT_ENDS.test(text.charAt(start))) start += 1;
  while (end > start && HARMLESS_AT_ENDS.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/**
 * What may come into a sum's field of a text that is put in all at once. A field drops line breaks before anybody sees them, and
 * two cells of a spreadsheet would become one other sum: so this reads the text as it was copied.
 * @returns null where something stands between the digits that must not come in.
 */
export function readInserted(raw: string): string | null {
  if (ONLY_SPACES.test(raw)) return raw;
  const text = trimInvisible(raw);
  const [digits = ''] = FROM_FIRST_TO_LAST_DIGIT.exec(text) ?? [];
  return holdsControl(digits) ? null : text.replace(CONTROLS, ' ');
}
