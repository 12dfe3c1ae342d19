import type { Translation } from '../../shared/texts/catalogue.ts';

const ACCENTED: Readonly<Record<string, string>> = {
  ...{
    a: 'á',
    c: 'ç',
    d: 'ð',
    e: 'é',
    g: 'ğ',
    h: 'ĥ',
    i: 'í',
    k: 'ķ',
    l: 'ļ',
    n: 'ñ',
    o: 'ó',
    r: 'ŕ',
    s: 'š',
    t: 'ţ',
    u: 'ú',
    y: 'ý',
    z: 'ž',
  },
  ...{ A: 'Á', E: 'É', H: 'Ĥ', I: 'Í', K: 'Ķ', L: 'Ļ', M: 'Ḿ', N: 'Ñ', O: 'Ó', P: 'Ṕ', S: 'Š', T: 'Ţ', U: 'Ú', V: 'Ṽ', Y: 'Ý' },
};

/** A text as a language of longer words would have it: every letter accented, 40 % longer, in brackets that show a cut end. */
export function pseudoText(text: string): string {
  if (text === '') return '';
  const parts = text.split(/(\{\{.*?\}\})/);
  const said = parts.map((part, place) => (place % 2 === 1 ? part : [...part].map((sign) => ACCENTED[sign] ?? sign).join(''))).join('');
  const more = Math.ceil(parts.filter((_, place) => place % 2 === 0).join('').length * 0.4);
  // In words, as real ones would come, so that a line can break where it could break in them.
  const longer = 'õñé ţŵó ţĥŕéé ƒóúŕ '
    .repeat(Math.ceil(more / 19))
    .slice(0, Math.max(0, more - 2))
    .trimEnd();
  return `⟦${said}${longer === '' ? '' : ` ${longer}`}⟧`;
}

/** A catalogue of a language that nobody speaks, for seeing what longer words do to the screens. */
export const pseudoLocale = <C>(branch: C): Translation<C> =>
  Object.fromEntries(
    Object.entries(branch as object).map(([key, value]) => [key, typeof value === 'string' ? pseudoText(value) : pseudoLocale(value)]),
  ) as Translation<C>;
