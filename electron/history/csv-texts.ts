import type { Language } from '../../shared/money.ts';
import type { Texts } from '../../shared/texts/catalogue.ts';
import { payments as en } from '../../shared/texts/en/payments.ts';
import { payments as fi } from '../../shared/texts/fi/payments.ts';
import { payments as sv } from '../../shared/texts/sv/payments.ts';

const texts: Record<Language, Texts<'payments'>> = { fi, sv, en };

/** A CSV file's name and head. */
export const csvTexts = (language: Language): Pick<Texts<'payments'>, 'file' | 'csv'> => texts[language];
