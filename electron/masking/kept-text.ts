import { maskCardNumbers } from '../../shared/card-number.ts';
import { cutText } from '../../shared/cut-text.ts';
import { LONGEST_GAP } from '../../shared/digit-runs.ts';
import { harmless } from '../../shared/harmless.ts';
import { hideSecrets, longestSecret } from './secrets.ts';

/** A token of three parts, whoever made it. Looked for from its first sign on, so that the time stays linear. */
const JWT = /(?<![\w-])[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g;
/** A card number that somebody else has shortened: `541333******4444`. Its beginning is card data too. */
const SHORTENED_CARD = /(?<![\p{Nd} \-.])[\p{Nd} \-.]+(?=[*•·#]{2,}|[xX]{4,}|[xX]{2,}[ \-.][xX]{2,})/gu;
/** Fewer digits are no card's beginning. */
const SHORTEST_BEGINNING = 4;
/** A card number that begins before the cut ends before this. */
const LONGEST_CARD = 2 * 19 + 18 * LONGEST_GAP;

/**
 * The one way for text of others into the journal, the evidence, the log, an export or onto the standard error: without this run's secrets,
 * without card numbers, in one harmless line, at most `longest` UTF-16 units. Cut first, with room for what might begin before the
 * cut, then masked, then cut again: half a card number would pass for none.
 */
export function keptText(text: string, longest: number): string {
  const room = longest + LONGEST_CARD + longestSecret();
  // Twice: what is not seen might stand between the digits, or is all that the first one takes away.
  return cutText(withoutHalves(maskedText(harmless(withoutHalves(maskedText(text.slice(0, room))), room))), longest);
}

/**
 * A text as it is but for secrets and card numbers: for lists in which signs that act are spelled out anyway. A receipt's number before
 * a card's last four (`K-12345 ····4242`) stays: it is what a person wrote down as proof.
 */
export const maskedText = (text: string): string => maskCardNumbers(hideSecrets(text).replace(JWT, (token) => '·'.repeat(token.length)));

/** Without the beginnings of numbers that somebody else has shortened. */
const withoutHalves = (text: string): string =>
  text.replace(SHORTENED_CARD, (run) => {
    const hidden = run.replace(/\p{Nd}/gu, '·');
    return [...hidden].filter((sign) => sign === '·').length < SHORTEST_BEGINNING ? run : hidden;
  });

/** Whether nothing of a text had to be hidden. For fields that are taken whole or not at all. */
export const isKeepable = (text: string): boolean => keptText(text, text.length) === text;
