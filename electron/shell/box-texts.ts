import type { Language } from '../../shared/money.ts';
import type { Translation } from '../../shared/texts/catalogue.ts';
import { boxes as fi } from '../../shared/texts/fi/boxes.ts';

export type BoxTexts = Translation<typeof fi>;

const texts: Partial<Record<Language, BoxTexts>> = { fi };

/** The texts of the system's dialog boxes: Finnish if no language is set or a language has no such texts yet. */
export const boxTexts = (language: Language | null): BoxTexts => texts[language ?? 'fi'] ?? fi;
