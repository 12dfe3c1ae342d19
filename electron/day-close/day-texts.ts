import type { Language } from '../../shared/money.ts';
import type { Translation } from '../../shared/texts/catalogue.ts';
import { dayClose as fi } from '../../shared/texts/fi/day-close.ts';

export type DayTexts = Translation<typeof fi>;

const all: Partial<Record<Language, DayTexts>> = { fi };

/** The words of a closed day on paper; Finnish where a language has none yet. */
export const texts = (language: Language): DayTexts => all[language] ?? fi;
