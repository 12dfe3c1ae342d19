/**
 * The ways to read an amount that {@link parseMoney} refuses as ambiguous: `1.250` is 1250,00 or 1,25.
 * Written so that each reads in one way only when it is put into the field. `1.255` has one reading, because no sum
 * has three decimals.
 */
export function amountReadings(text: string): readonly string[] {
  const match = /(\d{1,3})[.,](\d{2})(\d)\s*(?:€|EUR|eur)?\s*$/.exec(text.trim());
  if (match === null) return [];
  const [, whole = '', cents = '', rest = ''] = match;
  const thousands = `${whole}${cents}${rest},00`;
  return rest === '0' ? [thousands, `${whole},${cents}`] : [thousands];
}
