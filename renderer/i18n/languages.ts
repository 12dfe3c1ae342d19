import type { Language } from '../../shared/money.ts';
import type { Translation } from '../../shared/texts/catalogue.ts';

/**
 * How each other language is loaded: `sv: async () => (await import('../../shared/texts/sv/index.ts')).sv`. Only Finnish is loaded before
 * the first paint.
 */
export const languages: Partial<Record<Exclude<Language, 'fi'>, () => Promise<Translation>>> = {};
