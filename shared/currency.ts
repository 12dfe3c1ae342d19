/** ISO 4217: the currencies whose number of decimals is not two. */
const NOT_TWO: readonly (readonly [digits: number, codes: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

/**
 * How many decimals a currency has: 2 for EUR, 0 for ISK, 3 for KWD. The amount sent to Nets depends on it. Which currencies a desk may use
 * is checked in the settings, where Intl must give the same number.
 */
export const minorDigits = (currency: string): number => NOT_TWO.find(([, codes]) => codes.split(' ').includes(currency))?.[0] ?? 2;
