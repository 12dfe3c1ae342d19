import type { Language } from '../../shared/money.ts';
import { payments as fi } from '../../shared/texts/fi/payments.ts';
import type { CsvColumn } from './csv.ts';

const names: Partial<Record<Language, Readonly<Record<CsvColumn, string>>>> = { fi: fi.csv };

/** The head of a CSV file: Finnish if a language has no such words yet. */
export const csvNames = (language: Language): Readonly<Record<CsvColumn, string>> => names[language] ?? fi.csv;
