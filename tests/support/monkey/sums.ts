/** Turns no-break spaces, as in sums of money, into ordinary ones. */
export const plain = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();

/** Every sum in a text, in cents; a minus before it counts. */
export function sumsIn(text: string): number[] {
  const found = plain(text).matchAll(/([-−])?(?<![\d,.])(\d{1,3}(?: \d{3})+|\d+),(\d{2}) €/g);
  return [...found].map(
    ([, minus, euros = '', cents = '']) => (minus === undefined ? 1 : -1) * Number(`${euros.replace(/ /g, '')}${cents}`),
  );
}

export const euros = (minor: number): string => `${(minor / 100).toFixed(2).replace('.', ',')} €`;
