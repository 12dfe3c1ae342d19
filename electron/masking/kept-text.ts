import { maskCardNumbers } from '../../shared/card-number.ts';
import { cutText } from '../../shared/cut-text.ts';
import { LONGEST_GAP } from '../../shared/digit-runs.ts';
import { harmless } from '../../shared/harmless.ts';
import { hideSecrets, longestSecret } from './secrets.ts';

/** A token of three parts (JWT) from anybody. The pattern starts at a word's first character, so that the search time stays linear. */
const JWT = /(?<![\w-])[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g;
/** A card number that somebody else has masked in part: `541333******4444`. Its first digits are card data too. */
const SHORTENED_CARD = /(?<![\p{Nd} \-.])[\p{Nd} \-.]+(?=[*•·#●○∙⁎∗＊×✕✱■█]{2,}|[xX]{4,}|[xX]{2,}[ \-.][xX]{2,})/gu;
/** Fewer digits are not the beginning of a card number. */
const SHORTEST_BEGINNING = 4;
/** A card number that begins before the cut is at most this long. */
const LONGEST_CARD = 2 * 19 + 18 * LONGEST_GAP;

/**
 * All text from others passes here before it goes into the journal, the evidence, the log, an export or the standard error. The result has
 * no secrets of this run and no card numbers; it is one harmless line of at most `longest` UTF-16 units. The text is cut with some room
 * first, then masked, then cut again, because half a card number would not be recognised.
 */
export function keptText(text: string, longest: number): string {
  const room = longest + LONGEST_CARD + longestSecret();
  // Masked twice: invisible characters may stand between the digits, and the first pass may remove only those.
  return cutText(withoutBeginnings(maskedText(harmless(withoutBeginnings(maskedText(text.slice(0, room))), room))), longest);
}

/**
 * Hides only secrets and card numbers: for lists that spell out control characters anyway. A receipt's number before a card's last four
 * digits (`K-12345 ····4242`) stays, because a person wrote it down as proof.
 */
export const maskedText = (text: string): string => maskCardNumbers(hideSecrets(text).replace(JWT, (token) => '·'.repeat(token.length)));

/** Hides the first digits of card numbers that somebody else has masked in part. */
const withoutBeginnings = (text: string): string =>
  text.replace(SHORTENED_CARD, (run) => {
    const hidden = run.replace(/\p{Nd}/gu, '·');
    return [...hidden].filter((sign) => sign === '·').length < SHORTEST_BEGINNING ? run : hidden;
  });

/** Whether masking changes nothing. For fields that are stored whole or not at all. */
export const isKeepable = (text: string): boolean => keptText(text, text.length) === text;
