import type { Language } from '../../shared/money.ts';
import type { Texts } from '../../shared/texts/catalogue.ts';
import { receipt as en } from '../../shared/texts/en/receipt.ts';
import { receipt as fi } from '../../shared/texts/fi/receipt.ts';
import { receipt as sv } from '../../shared/texts/sv/receipt.ts';

export type ReceiptTexts = Texts<'receipt'>['paper'];

const texts: Record<Language, ReceiptTexts> = { fi: fi.paper, sv: sv.paper, en: en.paper };

/** What stands on a receipt. */
export const receiptTexts = (language: Language): ReceiptTexts => texts[language];
