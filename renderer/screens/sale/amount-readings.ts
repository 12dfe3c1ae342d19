/**
 * The ways to read an amount that {@link parseMoney} refuses as ambiguous: `1.250` is 1250,00 or 1,25.
 * Written so that each reads in one way only when it is put into the field. `12,505` is offered nothing: the one way
 * to read it is a thousand times what a slipped finger meant.
 */
export function amountReadings(text: string): readonly string[] {
  const match = /(\d{1,3})[.,](\d{2})(\d)\s*(?:€|EUR|eur)?\s*$/.exec(text.trim());
  if (match === null) return [];
  const [, whole = '', cents = '', rest = ''] = match;
  return rest === '0' ? [`${whole}${cents}${rest},00`, `${whole},${cents}`] : [];
}
