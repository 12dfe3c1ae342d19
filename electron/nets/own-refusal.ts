import { bodyText, type HttpOutcome } from '../http/http-call.ts';
import { memberOf } from '../http/json.ts';
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
/** Any gateway may send a `message` alone, so its words must be about a log-in. */
const ABOUT_LOGIN = /unauthori[sz]ed|forbidden|authenti|authori[sz]ation|token|expired|credential|password|username|log-?\s?in\b/i;

/**
 * Whether a refusal (401, 403) comes from Nets itself: an empty body, or JSON in Nets' form. With an HTML page or other JSON it comes from
 * a proxy, a firewall or a hotel network, and says nothing about our log-in.
 */
export function isOwnRefusal(contentType: string | null, body: string): boolean {
  if (body.trim() === '') return true;
  if (/html/i.test(contentType ?? '')) return false;
  const json = parseJsonObject(body);
  if (json === null) return false;
  const names = Object.keys(json);
  if (!names.every((name) => KNOWN_NAMES.includes(name))) return false;
  if (names.includes('failure') || typeof memberOf(json, 'error') === 'string') return true;
  if (names.includes('error')) return false;
  const message = memberOf(json, 'message');
  return message === undefined || (typeof message === 'string' && ABOUT_LOGIN.test(message));
}

/** Nets itself refused the token. An expired token may give either status. */
export function isUnauthorised(outcome: HttpOutcome): boolean {
  if (outcome.kind !== 'answered' || (outcome.status !== 401 && outcome.status !== 403)) return false;
  return isOwnRefusal(outcome.contentType, bodyText(outcome));
}
