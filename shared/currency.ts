/** ISO 4217: how many decimals an amount has, for the currencies where that is not two. */
const NOT_TWO: readonly (readonly [digits: number, codes: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

/**
 * How many decimals stand between a currency's whole units and its minor units: 2 for EUR, 0 for ISK, 3 for KWD. What Nets is
 * asked for hangs on it. Which currencies a desk may have is checked where it is set up: there Intl must say the same.
 */
export const minorDigits = (currency: string): number => NOT_TWO.find(([, codes]) => codes.split(' ').includes(currency))?.[0] ?? 2;
