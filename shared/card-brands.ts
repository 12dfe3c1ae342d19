/** How the card numbers of each brand begin and how many digits they have (ISO/IEC 7812). */
const BRANDS: readonly (readonly [begins: RegExp, lengths: readonly number[]])[] = [
  // Visa
  [/^4/, [13, 16, 19]],
  // Mastercard
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  // American Express
  [/^3[47]/, [15]],
  // Diners Club
  [/^3(?:0[0-59]|[689])/, [14, 16]],
  // JCB
  [/^35(?:2[89]|[3-8])/, [16, 19]],
  // Discover
  [/^6(?:011|4[4-9]|5)/, [16, 19]],
  // UnionPay
  [/^(?:62|81)/, [16, 17, 18, 19]],
  // Dankort
  [/^(?:5019|4571)/, [16]],
  // Maestro
  [/^(?:50(?:18|20|38)|5893|6304|67)/, [13, 14, 15, 16, 17, 18, 19]],
];

/** The allowed lengths of each beginning of four digits, looked up once. */
const known = new Map<number, ReadonlySet<number>>();

/** @param firstFour the number's first four digits as one, such as 4111 */
export function isBrandLength(firstFour: number, length: number): boolean {
  let lengths = known.get(firstFour);
  if (lengths === undefined) {
    const begin = String(firstFour).padStart(4, '0');
    lengths = new Set(BRANDS.flatMap(([begins, its]) => (begins.test(begin) ? its : [])));
    known.set(firstFour, lengths);
  }
  return lengths.has(length);
}
