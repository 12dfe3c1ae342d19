/** A shorter secret would match in many ordinary words. */
const SHORTEST = 4;
const SHORT = 8;
/** Longer than any secret of this program: tokens have up to 8,000 characters. */
const LONGEST = 8_192;

/** How many tokens are remembered. The program runs for weeks, and older tokens have expired. */
const MOST_TOKENS = 16;

const lasting = new Set<string>();
const tokens: string[] = [];
let pattern: RegExp | null = null;
let longest = 0;

/**
 * Registers a password or token that must never be stored or shown in this run, also one of an earlier file or log-in. Call it as soon as
 * the secret is known.
 */
export function knowSecret(secret: string | null | undefined): void {
  if (secret == null || secret.length < SHORTEST || secret.length > LONGEST) return;
  if (lasting.has(secret)) return;
  lasting.add(secret);
  pattern = null;
}

/** The token of a log-in; the next log-in replaces it. */
export function knowToken(token: string): void {
  if (token.length < SHORTEST || token.length > LONGEST || tokens.includes(token)) return;
  tokens.push(token);
  if (tokens.length > MOST_TOKENS) tokens.shift();
  pattern = null;
}

/** The forms in which a server may repeat a secret: in a URL, in JSON, in a header. */
function formsOf(secret: string): readonly string[] {
  const base64 = Buffer.from(secret, 'utf8').toString('base64').replace(/=+$/, '');
  const forms = [secret, secret.normalize('NFD'), secret.normalize('NFC'), JSON.stringify(secret).slice(1, -1), base64];
  return secret.isWellFormed() ? [...forms, encodeURIComponent(secret)] : forms;
}

/** How far beyond its cut a text must be read, so that a secret that begins before the cut is found whole. */
export function longestSecret(): number {
  pattern ??= compile();
  return longest;
}

export function hideSecrets(text: string): string {
  pattern ??= compile();
  return text.replace(pattern, (secret) => '·'.repeat(secret.length));
}

/** A short secret matches as a whole word only: `1000` is part of many terminal ids. */
const wholeWord = (form: string): string => (form.length < SHORT ? `(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])` : form);

export const isSecret = (text: string): boolean => lasting.has(text) || tokens.includes(text);

/** Ignores case, because a text may come back in capitals. The longest form comes first, because one may begin with another. */
function compile(): RegExp {
  const forms = [...new Set([...lasting, ...tokens].flatMap(formsOf))].sort((one, other) => other.length - one.length);
  longest = forms[0]?.length ?? 0;
  return forms.length === 0
    ? /(?!)/
    : new RegExp(forms.map((form) => wholeWord(form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))).join('|'), 'giu');
}
