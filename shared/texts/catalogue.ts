import type { fi } from '../../shared/texts/fi/index.ts';

/** Every other language must have the keys of the Finnish one. */
export type Catalogue = typeof fi;

/** The type of another language: the same keys with other texts. A missing key does not compile. */
export type Translation<C = Catalogue> = { readonly [K in keyof C]: C[K] extends string ? string : Translation<C[K]> };

type Leaves<C, Path extends string = ''> = {
  [K in keyof C & string]: C[K] extends string ? `${Path}${K}` : Leaves<C[K], `${Path}${K}.`>;
}[keyof C & string];

export type TextKey = Leaves<Catalogue>;

/** Keys that exist as a pair `…_one` and `…_other`, without the ending. */
export type CountedKey = TextKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;

type TextAt<C, K> = K extends `${infer Head}.${infer Rest}`
  ? Head extends keyof C
    ? TextAt<C[Head], Rest>
    : never
  : K extends keyof C
    ? C[K]
    : never;

type Gaps<S> = S extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Gaps<Rest> : never;

/** The names between `{{` and `}}` in a text: the values that its key needs. */
export type ValuesOf<K extends string> = Gaps<TextAt<Catalogue, K>>;

/** One subject's texts in another language. A key that Finnish lacks, or the other way round, does not compile in that subject's file. */
export type Texts<Subject extends keyof Catalogue> = Translation<Catalogue[Subject]>;
