import { toDecimalString } from '../../../shared/money.ts';

/** An amount as a person would type it: `12,50`. */
export const amountAsText = (minor: number): string => toDecimalString(minor).replace('.', ',');
