import type { WireAnswer } from './wire.ts';

/** What a code or a text can tell. The first two prove that nothing was started; the next two only say why `Result` is 2. */
export type RefusalMeaning = 'busy' | 'not-connected' | 'timed-out' | 'cancelled' | 'no-transaction';

type Row = { readonly means: RefusalMeaning; readonly codes: readonly string[]; readonly texts: readonly RegExp[] };

/**
 * Every code and text pattern that this program believes, in en, fi, sv, no and da. Texts vary by terminal language and
 * firmware, so structure is read first (`Result`, host code) and this table last.
 *
 * The texts that prove "never started" name the terminal or are that one word: "host busy" or "connection lost" is said in
 * the middle of a transaction, when the card may be charged already.
 */
const TABLE: readonly Row[] = [
  {
    means: 'busy',
    codes: [],
    texts: [
      /^\W*(?:busy|varattu|upptagen|opptatt|optaget)\W*$/i,
      /^\W*(?:error\W+)?(?:the\W+)?terminal\W+(?:is\W+)?(?:currently\W+)?busy\b/i,
      /^\W*(?:maksu)?pääte(?:laite)?\W+(?:on\W+)?varattu(?!\p{L})/iu,
      /^\W*(?:kort|betal|betalings)?terminal(?:en)?\s+(?:(?:är|er)\s+)?(?:upptagen|opptatt|optaget)(?!\p{L})/iu,
    ],
  },
  {
    means: 'not-connected',
    codes: ['8013'],
    texts: [
      /\binvalid terminal id\b/i,
      /^\W*terminal\W+(?:is\W+)?not\W+connected\W*$/i,
      /^\W*(?:maksu)?pääte(?:laite)? ei ole yhteydessä\W*$/iu,
      /^\W*(?:kort|betal|betalings)?terminal(?:en)? (?:är|er) (?:inte ansluten|ikke tilkoblet|ikke tilsluttet|ikke forbundet)\W*$/iu,
    ],
  },
  {
    // Before "cancelled": "cancelled because of a time-out" is a time-out. A host's time-out is not the guest's.
    means: 'timed-out',
    codes: [],
    texts: [
      /^(?!.*\b(?:host|issuer|acquirer|bank)\b).*\btimed?[ -]?out\b/i,
      /aikakatkais|aikaraja|aika loppui/i,
      /tidsgräns|tidsavbrott|tiden (?:har )?(?:gått|gick|rann) ut/iu,
      /tidsavbrudd|tidsgrense|tiden (?:har |er )?(?:gått ut|gikk ut|løpt ut|utløpt)/iu,
      /tidsudløb|tidsgrænse|tiden (?:er )?(?:udløbet|gået)/iu,
    ],
  },
  {
    means: 'cancelled',
    codes: [],
    texts: [
      /\bcancel(?:l?ed|lation)\b|\baborted\b/i,
      /peruutet|peruttu|keskeyt/i,
      /avbrut(?:en|et|its)|avbröts|annullera[dt]|makulera[dt]/iu,
      /avbrutt|annullert|kansellert/i,
      /afbrudt|annulleret/i,
    ],
  },
  { means: 'no-transaction', codes: [], texts: [/^no (?:latest |last )?transactions?(?: was)?(?: found| available| exists?)?\W*$/i] },
];

/** What a failure says by its code, else by its text; `null` when neither is known. */
export function meaningOfFailure({ errorCode, failureText }: Pick<WireAnswer, 'errorCode' | 'failureText'>): RefusalMeaning | null {
  // A code that is not listed is not overruled by its text: 9000 is "connection lost", whatever its words say.
  if (errorCode !== null) return TABLE.find((row) => row.codes.includes(errorCode))?.means ?? null;
  return failureText === null ? null : meaningOfText(failureText, TABLE);
}

const REJECTION_ROWS = TABLE.filter(({ means }) => means === 'timed-out' || means === 'cancelled');

/** What the words around a rejection say, where they say anything. */
export function meaningOfReasons(reasons: readonly string[]): 'timed-out' | 'cancelled' | null {
  const meanings = reasons.map((reason) => meaningOfText(reason, REJECTION_ROWS));
  if (meanings.includes('timed-out')) return 'timed-out';
  return meanings.includes('cancelled') ? 'cancelled' : null;
}

function meaningOfText(text: string, rows: readonly Row[]): RefusalMeaning | null {
  // An answer's words are a line or two; what goes on for longer is no such answer.
  if (text.length > 500) return null;
  return rows.find((row) => row.texts.some((pattern) => pattern.test(text)))?.means ?? null;
}
