/** Two thousand terminals are a quarter of a megabyte, and no more than this is read in one go while a window waits. */
export const LARGEST_FILE_BYTES = 524_288;
/** A terminal each for the largest chain there is; the list is sorted and shown at each change. */
export const MOST_TERMINALS = 2_000;
/** People at one desk. */
export const MOST_OPERATORS = 200;

const LISTS: readonly (readonly [member: string, most: number])[] = [
  ['terminals', MOST_TERMINALS],
  ['operators', MOST_OPERATORS],
];

/** What is too long to be looked at one by one, in words, or null. The schema would first read every element, and complain of each. */
export function tooLarge(file: unknown): string | null {
  if (typeof file !== 'object' || file === null) return null;
  for (const [member, most] of LISTS) {
    const list: unknown = Object.getOwnPropertyDescriptor(file, member)?.value;
    if (Array.isArray(list) && list.length > most) return `${member}: more than ${most}`;
  }
  return null;
}
