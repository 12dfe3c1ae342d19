import type { Language } from '../../shared/money.ts';
import type { Translation } from '../../shared/texts/catalogue.ts';
import { boxes as fi } from '../../shared/texts/fi/boxes.ts';

export type BoxTexts = Translation<typeof fi>;

/** The texts of the system's dialog boxes. Another language than Finnish is loaded when a box needs it. */
export async function boxTexts(language: Language): Promise<BoxTexts> {
  switch (language) {
    case 'fi':
      return fi;
    case 'sv':
      return (await import('../../shared/texts/sv/boxes.ts')).boxes;
    case 'en':
      return (await import('../../shared/texts/en/boxes.ts')).boxes;
  }
}
