import type { Language } from '../../shared/money.ts';
import type { Translation } from '../../shared/texts/catalogue.ts';

/** How each other language is loaded, as a chunk of its own: only Finnish is in the window's first one. */
export const languages: Record<Exclude<Language, 'fi'>, () => Promise<Translation>> = {
  sv: async () => (await import('../../shared/texts/sv/index.ts')).sv,
  en: async () => (await import('../../shared/texts/en/index.ts')).en,
};
