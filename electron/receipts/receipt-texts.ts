import type { Language } from '../../shared/money.ts';
import type { Translation } from '../../shared/texts/catalogue.ts';
import { receipt as fi } from '../../shared/texts/fi/receipt.ts';

export type ReceiptTexts = Translation<typeof fi.paper>;

const texts: Partial<Record<Language, ReceiptTexts>> = { fi: fi.paper };

/** What stands on a receipt: Finnish if a language has no such texts yet. */
export const receiptTexts = (language: Language): ReceiptTexts => texts[language] ?? fi.paper;
