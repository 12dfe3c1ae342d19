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
const ABOUT_LOGIN = /\b9100\b|unauthori[sz]ed|forbidden|authenti|authori[sz]ation|token|expired|credential|password|username|log-?\s?in\b/i;
/** … and no words may be about the way there: filters and hotel networks refuse with an `error` as well. */
const ABOUT_THE_WAY =
  /network|web|\bsite\b|\bpage\b|filter|blocked (?:by|due)|request blocked|polic(?:y|ies)|administrator|virus|malware|threat|portal|proxy|firewall|categor|\brules?\b|captcha|wi-?fi|hotspot|internet/i;

/**
 * Whether a refusal (401, 403) comes from Nets itself: an empty body, or JSON in Nets' form that may speak of the log-in. With an HTML page or
 * other JSON it comes from a proxy, a firewall or a hotel network. It says nothing about our log-in then, nor that a sale did not start: a
 * filter of answers refuses what has long reached Nets.
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

/** The texts of a value and of its members; a code such as 9100 may be a number. */
function wordsIn(value: unknown, depth = 0): readonly string[] {
  if (typeof value === 'string') return [value.slice(0, LONGEST)];
  if (typeof value === 'number') return [String(value)];
  return isJsonObject(value) && depth < DEEPEST ? Object.values(value).flatMap((member) => wordsIn(member, depth + 1)) : [];
}

/** Nets itself refused the token. An expired token may give either status. */
export function isUnauthorised(outcome: HttpOutcome): boolean {
  if (outcome.kind !== 'answered' || (outcome.status !== 401 && outcome.status !== 403)) return false;
  return isOwnRefusal(outcome.contentType, bodyText(outcome));
}
