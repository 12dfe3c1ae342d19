import type { Translation } from '../../../shared/texts/catalogue.ts';
import { fi } from '../../../shared/texts/fi/index.ts';

const marked = <C>(branch: C): Translation<C> =>
  Object.fromEntries(
    Object.entries(branch as object).map(([key, value]) => [key, typeof value === 'string' ? `${value} [sv]` : marked(value)]),
  ) as Translation<C>;

/** Every text of the program, told apart by its end: it stands in the place of `renderer/i18n/languages.ts`. */
export const languages = { sv: async (): Promise<Translation> => marked(fi) };
