/** White space as people read it: money is written with no-break spaces. */
export const plain = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();

/** Every sum that a text names, in cents, as it stands: a minus before it counts. */
export function sumsIn(text: string): number[] {
  const found = plain(text).matchAll(/([-−])?(?<![\d,.])(\d{1,3}(?: \d{3})+|\d+),(\d{2}) €/g);
  return [...found].map(
    ([, minus, euros = '', cents = '']) => (minus === undefined ? 1 : -1) * Number(`${euros.replace(/ /g, '')}${cents}`),
  );
}

export const euros = (minor: number): string => `${(minor / 100).toFixed(2).replace('.', ',')} €`;
