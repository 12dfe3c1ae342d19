import { digitValue } from './digits.ts';

/**
 * Digits that may belong to one number: between them there is no letter and no gap longer than {@link LONGEST_GAP}. `at` is each digit's
 * position in the text, `group` the group that it is in; `gaps` is the text before each group.
 */
export type DigitRun = {
  readonly values: readonly number[];
  readonly at: readonly number[];
  readonly group: readonly number[];
  readonly gaps: readonly string[];
};

/** More than people leave between the groups of one number, in UTF-16 units. */
export const LONGEST_GAP = 16;

const BREAKS = /[\p{L}\p{N}]/u;
const kinds = new Map<string, boolean>();

/**
 * Whether a character ends a run: a letter, or a number that is not a digit (½). An `x` does not: between digits people use it as a cross.
 */
function breaksRun(character: string): boolean {
  if (character === 'x' || character === 'X') return false;
  const code = character.charCodeAt(0);
  if (code < 0x80) return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  let breaks = kinds.get(character);
  if (breaks === undefined) {
    breaks = BREAKS.test(character);
    kinds.set(character, breaks);
  }
  return breaks;
}

type Growing = { values: number[]; at: number[]; group: number[]; gaps: string[] };
const begin = (): Growing => ({ values: [], at: [], group: [], gaps: [] });

/** All runs of at least `least` digits, in one pass over the text. */
export function digitRuns(text: string, least: number): readonly DigitRun[] {
  const runs: DigitRun[] = [];
  let run = begin();
  /** The position after the last digit. */
  let end = 0;
  let broken = false;
  const close = (): void => {
    if (run.values.length >= least) runs.push(run);
    if (run.values.length > 0) run = begin();
  };
  for (let index = 0; index < text.length; ) {
    const code = text.charCodeAt(index);
    const character = code < 0xd800 ? (text[index] ?? '') : String.fromCodePoint(text.codePointAt(index) ?? 0);
    const value = digitValue(character);
    if (value >= 0) {
      if (broken || index - end > LONGEST_GAP) close();
      const isNewGroup = run.values.length === 0 || index > end;
      if (isNewGroup) run.gaps.push(run.values.length === 0 ? '' : text.slice(end, index));
      run.values.push(value);
      run.at.push(index);
      run.group.push(run.gaps.length - 1);
      end = index + character.length;
      broken = false;
    } else if (!broken && run.values.length > 0) broken = breaksRun(character);
    index += character.length;
  }
  close();
  return runs;
}
