import type { Language } from '../../shared/money.ts';
import type { Translation } from '../../shared/texts/catalogue.ts';
import { boxes as fi } from '../../shared/texts/fi/boxes.ts';

export type BoxTexts = Translation<typeof fi>;

const texts: Partial<Record<Language, BoxTexts>> = { fi };

/** The words of the system's own boxes. Finnish where nobody has said which language, and where that one is not there yet. */
export const boxTexts = (language: Language | null): BoxTexts => texts[language ?? 'fi'] ?? fi;
