import type { Language } from '../../shared/money.ts';
import type { Translation } from '../../shared/texts/catalogue.ts';

/**
 * How each language but Finnish is fetched: `sv: async () => (await import('../../shared/texts/sv/index.ts')).sv`. Only Finnish
 * is on the way to the first paint.
 */
export const languages: Partial<Record<Exclude<Language, 'fi'>, () => Promise<Translation>>> = {};
