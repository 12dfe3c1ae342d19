import { bodyText, type HttpOutcome } from '../http/http-call.ts';
import { isJsonObject, memberOf } from '../http/json.ts';
import { parseJsonObject } from './unambiguous-json.ts';

/** All names that Nets uses in an answer without a result. A firewall's JSON has other names. */
const KNOWN_NAMES: readonly string[] = [
  'error',
  'failure',
  'message',
  'code',
  'errorCode',
  'ErrorCode',
  'error_description',
  'status',
  'statusCode',
  'timestamp',
  'path',
  'requestId',
];
/** Any gateway may send a `message` alone, so its words must be about a log-in … */
const ABOUT_LOGIN = /\b9100\b|forbidden|authenti|authori[sz]|token|expired|credential|password|username|log-?\s?in\b/i;
/** … and no words may be about the way there: filters and hotel networks refuse with an `error` as well. */
const ABOUT_THE_WAY =
  /network|web|\bsite\b|\bpage\b|filter|blocked (?:by|due)|request blocked|polic(?:y|ies)|administrator|virus|malware|threat|portal|proxy|firewall|categor|\brules?\b|captcha|wi-?fi|hotspot|internet/i;

/** Other codes of Nets: 9000 is a lost connection, whatever the status says. */
const OTHER_CODE = /\b(?!9100\b)[789]\d{3}\b/;
/** Members whose text is about the request. */
const NO_WORDS: readonly string[] = ['timestamp', 'path', 'requestId'];

/**
 * Whether a refusal (401, 403) proves that Nets itself did not let the request in, so that nothing was started or looked up: no words at all,
 * or JSON in Nets' form whose words are about the log-in. Anything else may be a filter's that refuses the answer to what has long reached Nets.
 */
export function provesNotLetIn(contentType: string | null, body: string): boolean {
  if (!isOwnRefusal(contentType, body)) return false;
  const json = parseJsonObject(body);
  // Filters have something to say.
  if (json === null || Object.keys(json).length === 0) return true;
  const words = Object.entries(json).flatMap(([name, value]) => (NO_WORDS.includes(name) ? [] : wordsIn(value)));
  return words.some((text) => ABOUT_LOGIN.test(text)) && !words.some((text) => ABOUT_THE_WAY.test(text) || OTHER_CODE.test(text));
}

/**
 * Whether a refusal (401, 403) of a log-in or a list comes from Nets itself: an empty body, or JSON in Nets' form that may speak of the
 * log-in, in whatever words: a wrong log-in must be told. With an HTML page or other JSON it comes from a proxy, a firewall or a hotel
 * network, and says nothing about our log-in. About money this proves nothing: see `provesNotLetIn`.
 */
export function isOwnRefusal(contentType: string | null, body: string): boolean {
  if (/html/i.test(contentType ?? '')) return false;
  if (body.trim() === '') return true;
  const json = parseJsonObject(body);
  if (json === null) return false;
  const names = Object.keys(json);
  if (!names.every((name) => KNOWN_NAMES.includes(name))) return false;
  const words = ['error', 'error_description', 'message', 'failure'].flatMap((name) => wordsIn(memberOf(json, name)));
  if (words.some((text) => ABOUT_THE_WAY.test(text))) return false;
  if (names.includes('failure') || typeof memberOf(json, 'error') === 'string') return true;
  if (names.includes('error')) return false;
  return names.length === 0 || words.some((text) => ABOUT_LOGIN.test(text));
}

const DEEPEST = 3;
const LONGEST = 2_000;
const MOST_MEMBERS = 50;

/** The texts of a value and of its members; a code such as 9100 may be a number. */
function wordsIn(value: unknown, depth = 0): readonly string[] {
  if (typeof value === 'string') return [value.slice(0, LONGEST)];
  if (typeof value === 'number') return [String(value)];
  if (depth >= DEEPEST) return [];
  const members = Array.isArray(value) ? value : isJsonObject(value) ? Object.values(value) : [];
  return members.slice(0, MOST_MEMBERS).flatMap((member) => wordsIn(member, depth + 1));
}

/** Nets itself refused the token. An expired token may give either status. */
export function isUnauthorised(outcome: HttpOutcome): boolean {
  if (outcome.kind !== 'answered' || (outcome.status !== 401 && outcome.status !== 403)) return false;
  return isOwnRefusal(outcome.contentType, bodyText(outcome));
}
