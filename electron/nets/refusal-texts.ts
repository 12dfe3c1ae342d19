import type { WireAnswer } from './wire.ts';

/** What a code or a text can mean. The first two prove that nothing was started; the next two only say why `Result` is 2. */
export type RefusalMeaning = 'busy' | 'not-connected' | 'timed-out' | 'cancelled' | 'no-transaction';

type Row = { readonly means: RefusalMeaning; readonly codes: readonly string[]; readonly texts: readonly RegExp[] };

/**
 * All codes and text patterns that are recognised, in English, Finnish, Swedish, Norwegian and Danish. Texts differ by terminal language
 * and firmware, so `Result` and the host code are read first and this table last.
 *
 * A text proves "never started" only if it names the terminal or is that single word. "Host busy" or "connection lost" can come in the
 * middle of a transaction, when the card may already be charged.
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
    // Must stand before "cancelled": "cancelled because of a time-out" is a time-out. A time-out of the bank's host is not the guest's.
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

/** The meaning of a failure's code or, if it has none, of its text; `null` if it is not known. */
export function meaningOfFailure({ errorCode, failureText }: Pick<WireAnswer, 'errorCode' | 'failureText'>): RefusalMeaning | null {
  // If the code is not in the table, the text is not read: 9000 means "connection lost", whatever its text says.
  if (errorCode !== null) return TABLE.find((row) => row.codes.includes(errorCode))?.means ?? null;
  return failureText === null ? null : meaningOfText(failureText, TABLE);
}

const REJECTION_ROWS = TABLE.filter(({ means }) => means === 'timed-out' || means === 'cancelled');

/** Why a payment was rejected, from its texts; `null` if they do not say. */
export function meaningOfReasons(reasons: readonly string[]): 'timed-out' | 'cancelled' | null {
  const meanings = reasons.map((reason) => meaningOfText(reason, REJECTION_ROWS));
  if (meanings.includes('timed-out')) return 'timed-out';
  return meanings.includes('cancelled') ? 'cancelled' : null;
}

function meaningOfText(text: string, rows: readonly Row[]): RefusalMeaning | null {
  // A failure text is one or two lines. A longer one is something else.
  if (text.length > 500) return null;
  return rows.find((row) => row.texts.some((pattern) => pattern.test(text)))?.means ?? null;
}
