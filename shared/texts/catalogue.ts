import type { fi } from '../../shared/texts/fi/index.ts';

/** Finnish is the language that every other one is measured against. */
export type Catalogue = typeof fi;

/** The shape of another language: the same keys, all of them, with any words. A missing one does not compile. */
export type Translation<C = Catalogue> = { readonly [K in keyof C]: C[K] extends string ? string : Translation<C[K]> };

type Leaves<C, Path extends string = ''> = {
  [K in keyof C & string]: C[K] extends string ? `${Path}${K}` : Leaves<C[K], `${Path}${K}.`>;
}[keyof C & string];

export type TextKey = Leaves<Catalogue>;

/** Keys that come as a pair `…_one` and `…_other`, named without the ending. */
export type CountedKey = TextKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;

type TextAt<C, K> = K extends `${infer Head}.${infer Rest}`
  ? Head extends keyof C
    ? TextAt<C[Head], Rest>
    : never
  : K extends keyof C
    ? C[K]
    : never;

type Gaps<S> = S extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Gaps<Rest> : never;

/** The names between `{{` and `}}` of a text: what must be handed over with its key. */
export type ValuesOf<K extends string> = Gaps<TextAt<Catalogue, K>>;
