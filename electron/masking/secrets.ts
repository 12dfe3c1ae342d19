/** A shorter one would be found in every other word. */
const SHORTEST = 4;
const SHORT = 8;
/** Longer than any that this program takes: tokens have up to 8,000 characters. */
const LONGEST = 8_192;

/** So many tokens of earlier log-ins are still known: a program runs for weeks, and old ones are good for nothing. */
const MOST_TOKENS = 16;

const lasting = new Set<string>();
const tokens: string[] = [];
let pattern: RegExp | null = null;
let longest = 0;

/**
 * What must never be kept or shown in this run: passwords and tokens, also those of an earlier file or log-in. Whoever gets hold
 * of one says so here, before it goes anywhere.
 */
export function knowSecret(secret: string | null | undefined): void {
  if (secret == null || secret.length < SHORTEST || secret.length > LONGEST) return;
  if (lasting.has(secret)) return;
  lasting.add(secret);
  pattern = null;
}

/** A log-in's own token, which the next log-in replaces. */
export function knowToken(token: string): void {
  if (token.length < SHORTEST || token.length > LONGEST || tokens.includes(token)) return;
  tokens.push(token);
  if (tokens.length > MOST_TOKENS) tokens.shift();
  pattern = null;
}

/** As a server may write it back: in a URL, in JSON, in a header of its own. */
function formsOf(secret: string): readonly string[] {
  const base64 = Buffer.from(secret, 'utf8').toString('base64').replace(/=+$/, '');
  const forms = [secret, secret.normalize('NFD'), secret.normalize('NFC'), JSON.stringify(secret).slice(1, -1), base64];
  return secret.isWellFormed() ? [...forms, encodeURIComponent(secret)] : forms;
}

/** How much further than the cut a text must be read, so that a secret that begins before the cut is seen whole. */
export function longestSecret(): number {
  pattern ??= compile();
  return longest;
}

export function hideSecrets(text: string): string {
  pattern ??= compile();
  return text.replace(pattern, (secret) => '·'.repeat(secret.length));
}

/** A short one is looked for as a word of its own only: `1000` stands in every second terminal's id. */
const wholeWord = (form: string): string => (form.length < SHORT ? `(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])` : form);

export const isSecret = (text: string): boolean => lasting.has(text) || tokens.includes(text);

/** In any case: a brand may come back in capitals. The longest first, because one may begin with another. */
function compile(): RegExp {
  const forms = [...new Set([...lasting, ...tokens].flatMap(formsOf))].sort((one, other) => other.length - one.length);
  longest = forms[0]?.length ?? 0;
  return forms.length === 0
    ? /(?!)/
    : new RegExp(forms.map((form) => wholeWord(form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))).join('|'), 'giu');
}
