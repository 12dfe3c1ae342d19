/** Addresses and secrets of the settings are the longest that the window sends: under ten thousand characters together. */
const LARGEST_INPUT = 16_384;

/**
 * Whether an input may be looked at: each character and each member counts one. Looked through no further than that, because the schemas
 * read every element of a list before they say that it is too long.
 */
export function isSmallInput(input: unknown): boolean {
  const waiting: unknown[] = [input];
  let counted = 0;
  while (waiting.length > 0) {
    const value = waiting.pop();
    counted += typeof value === 'string' ? value.length + 1 : 1;
    if (counted > LARGEST_INPUT) return false;
    if (typeof value !== 'object' || value === null) continue;
    // Sizes first: even the names of a huge object take their time.
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return false;
    if (Array.isArray(value) && value.length > LARGEST_INPUT) return false;
    for (const name in value) {
      counted += name.length;
      if (counted > LARGEST_INPUT) return false;
      waiting.push(Object.getOwnPropertyDescriptor(value, name)?.value);
    }
  }
  return true;
}
