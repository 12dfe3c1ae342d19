import type { Language } from '../../shared/money.ts';
import { payments as en } from '../../shared/texts/en/payments.ts';
import { payments as fi } from '../../shared/texts/fi/payments.ts';
import { payments as sv } from '../../shared/texts/sv/payments.ts';
import type { CsvColumn } from './csv.ts';

const names: Record<Language, Readonly<Record<CsvColumn, string>>> = { fi: fi.csv, sv: sv.csv, en: en.csv };

/** The head of a CSV file. */
export const csvNames = (language: Language): Readonly<Record<CsvColumn, string>> => names[language];
