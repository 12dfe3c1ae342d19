/** The window's longest input, the addresses and secrets of the settings, is under ten thousand characters. */
const LARGEST_INPUT = 16_384;

/**
 * Whether an input is small enough for the schemas, which read every element of a list before they refuse it as too long. Each character
 * and each member counts as one, and counting stops at the limit.
 */
export function isSmallInput(input: unknown): boolean {
  const waiting: unknown[] = [input];
  let counted = 0;
  while (waiting.length > 0) {
    const value = waiting.pop();
    counted += typeof value === 'string' ? value.length + 1 : 1;
    if (counted > LARGEST_INPUT) return false;
    if (typeof value !== 'object' || value === null) continue;
    // Sizes first: listing the keys of a huge array would take too long.
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
