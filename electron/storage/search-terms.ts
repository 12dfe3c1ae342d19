import { parseMoney } from '../../shared/parse-money.ts';
import { referenceKey } from '../../shared/reference.ts';

/** A word, or a text taken as one. A payment is found if it fits in any of these ways. */
export type SearchTerm = {
  /** For the index of three letters each: as typed, and as references are compared. Empty for fewer than three letters. */
  readonly phrases: readonly string[];
  /** The beginning of a reference, as references are compared; null for a longer word, which is found anywhere. */
  readonly prefix: string | null;
  /** A sum in minor units, if the word is one. */
  readonly minor: number | null;
  /** Four digits may be the end of a card number. */
  readonly last4: string | null;
};

/** The index finds three letters and more. */
const INDEXED = 3;
/** More words than anybody types to find one payment. */
const MOST_WORDS = 8;

/**
 * What somebody typed into the search. A payment is found if it fits the text as a whole (`Päätelaite 3`), or every one of its words
 * (`mäkinen 2044`). Nothing in the text has a meaning of its own: quotes, `%` and the operators of the index are letters like others.
 */
export type SearchTerms = { readonly whole: SearchTerm; readonly words: readonly SearchTerm[] };

/** Null for an empty text, which every payment fits. */
export function searchTerms(text: string, currency: string): SearchTerms | null {
  // The index takes its text as ending at this character.
  const typed = text.toWellFormed().normalize('NFC').replaceAll('\0', '').trim();
  if (typed === '') return null;
  // A word without a letter or a digit, such as the `·` in `R-2044 · Mäkinen`, asks for nothing.
  const words = typed.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const isOneWord = words.length < 2 || sumIn(typed, currency) !== null;
  return {
    whole: termOf(typed, currency),
    words: isOneWord ? [] : words.slice(0, MOST_WORDS).map((word) => termOf(word, currency)),
  };
}

function termOf(word: string, currency: string): SearchTerm {
  const key = referenceKey(word);
  const isShort = lettersIn(word) < INDEXED;
  return {
    phrases: isShort ? [] : [...new Set([word, key])].filter((phrase) => lettersIn(phrase) >= INDEXED),
    prefix: isShort && key !== '' ? key : null,
    minor: sumIn(word, currency),
    last4: /^\d{4}$/.test(word) ? word : null,
  };
}

/** Code points, as the index counts them. */
const lettersIn = (text: string): number => [...text].length;

function sumIn(text: string, currency: string): number | null {
  const read = parseMoney(text, currency);
  return read.ok ? read.value : null;
}
