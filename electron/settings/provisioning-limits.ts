/** Two thousand terminals take a quarter of a megabyte. The file is read in one go while the window waits, so it may not be larger. */
export const LARGEST_FILE_BYTES = 524_288;
/** Enough for the largest chain. The list is sorted and shown again at each change. */
export const MOST_TERMINALS = 2_000;
/** People at one desk. */
export const MOST_OPERATORS = 200;
/** One in use and one that is going out; a few more for a change that went wrong. */
export const MOST_SECRETS = 5;
/** Of the merchant, at the head of a receipt. */
export const MOST_ADDRESS_LINES = 6;

const LISTS: readonly (readonly [member: string, most: number])[] = [
  ['terminals', MOST_TERMINALS],
  ['operators', MOST_OPERATORS],
];

/** Names a list that is too long to be checked, or null. The schema would read every element first and report a fault for each. */
export function tooLarge(file: unknown): string | null {
  if (typeof file !== 'object' || file === null) return null;
  for (const [member, most] of LISTS) {
    const list: unknown = Object.getOwnPropertyDescriptor(file, member)?.value;
    if (Array.isArray(list) && list.length > most) return `${member}: more than ${most}`;
  }
  return null;
}
