import { nameKey, readText } from './reference.ts';
import { failed, ok, type Result } from './result.ts';

/** Fits on a button, in a list row and on a receipt's line. */
export const LONGEST_NEW_NAME = 40;
/** People at one desk, those of the provisioning file among them. */
const MOST_NAMES = 200;

export const newNameProblems = ['empty', 'too-long', 'control-characters', 'card-number', 'same-name', 'too-many'] as const;
export type NewNameProblem = (typeof newNameProblems)[number];

/** The name of somebody new at the desk. One that reads like another is refused: nobody could tell afterwards which person it was. */
export function readNewName(text: string, names: readonly string[]): Result<string, NewNameProblem> {
  const read = readText(text, { maxLength: LONGEST_NEW_NAME, required: true });
  if (!read.ok) return read;
  const name = read.value.replace(/\s+/gu, ' ');
  if (names.some((known) => nameKey(known) === nameKey(name))) return failed('same-name');
  return names.length >= MOST_NAMES ? failed('too-many') : ok(name);
}
