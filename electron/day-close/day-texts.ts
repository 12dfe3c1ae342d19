import type { Language } from '../../shared/money.ts';
import type { Texts } from '../../shared/texts/catalogue.ts';
import { dayClose as en } from '../../shared/texts/en/day-close.ts';
import { dayClose as fi } from '../../shared/texts/fi/day-close.ts';
import { dayClose as sv } from '../../shared/texts/sv/day-close.ts';

export type DayTexts = Texts<'dayClose'>;

const all: Record<Language, DayTexts> = { fi, sv, en };

/** The words of a closed day on paper. */
export const texts = (language: Language): DayTexts => all[language];
