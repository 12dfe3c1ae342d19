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

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

/** JSON in plain ASCII. */
const asciiOf = (secret: string): string =>
  JSON.stringify(secret)
    .slice(1, -1)
    .replace(/[^\x20-\x7e]/g, (sign) => `\\u${hex(sign.charCodeAt(0), 4)}`);

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const htmlOf = (secret: string): string => secret.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** In a URL every sign but letters, digits and `-_.~` may be escaped, or only those that must be; in a form a space is a plus. */
function urlFormsOf(secret: string): readonly string[] {
  if (!secret.isWellFormed()) return [];
  const escaped = (sign: string): string => `%${hex(sign.charCodeAt(0), 2)}`;
  const usual = encodeURIComponent(secret);
  const strict = usual.replace(/[!'()*]/g, escaped);
  const latin = [...secret].every((sign) => sign.charCodeAt(0) <= 0xff) ? [secret.replace(/[^A-Za-z0-9_.~-]/g, escaped)] : [];
  return [usual, strict, ...latin].flatMap((form) => [form, form.replaceAll('%20', '+')]);
}

/** The forms in which a server may repeat a secret: in a URL or a form, in JSON, in a page, in a header. */
function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const base64 = bytes.toString('base64').replace(/=+$/, '');
  const composed = [secret, secret.normalize('NFD'), secret.normalize('NFC')];
  const encoded = [base64, bytes.toString('base64url'), bytes.toString('hex')];
  return [...composed, JSON.stringify(secret).slice(1, -1), asciiOf(secret), htmlOf(secret), ...urlFormsOf(secret), ...encoded];
}

/** A token is long, and made of signs that are the same in a URL, in JSON and in a page: more forms would only take time. */
const formsOfToken = (token: string): readonly string[] => [
  token,
  encodeURIComponent(token.toWellFormed()),
  Buffer.from(token).toString('base64').replace(/=+$/, ''),
];

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
  const forms = [...new Set([...[...lasting].flatMap(formsOf), ...tokens.flatMap(formsOfToken)])].sort(
    (one, other) => other.length - one.length,
  );
  longest = forms[0]?.length ?? 0;
  return forms.length === 0
    ? /(?!)/
    : new RegExp(forms.map((form) => wholeWord(form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))).join('|'), 'giu');
}
