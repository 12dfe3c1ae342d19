/** Control characters and everything invisible: line breaks, tabs, characters that change the reading direction. */
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const CONTROLS = new RegExp(`${CONTROL.source}+`, 'gu');
const FROM_FIRST_TO_LAST_DIGIT = /\d[\s\S]*\d/;
/** Shows 05,21 as 12,50. */
const BACKWARDS = '\u202e';
const HARMLESS_AT_ENDS = /^(?!\u202e)[\s\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
const ONLY_SPACES = /^\p{Zs}*$/u;

export const holdsControl = (text: string): boolean => CONTROL.test(text);

/** Removes blanks, line breaks and invisible characters at both ends: spreadsheets and calculators copy them too. */
export function trimInvisible(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && HARMLESS_AT_ENDS.test(text.charAt(start))) start += 1;
  while (end > start && HARMLESS_AT_ENDS.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/**
 * The part of a pasted text that may go into the amount field. The field itself silently drops line breaks, and two cells of a spreadsheet
 * would become one wrong sum; so this reads the text as it was copied.
 * @returns null if something that is not allowed stands between the digits, or turns them round.
 */
export function readInserted(raw: string): string | null {
  if (ONLY_SPACES.test(raw)) return raw;
  const text = trimInvisible(raw);
  if (text.includes(BACKWARDS)) return null;
  const [digits = ''] = FROM_FIRST_TO_LAST_DIGIT.exec(text) ?? [];
  return holdsControl(digits) ? null : text.replace(CONTROLS, ' ');
}
