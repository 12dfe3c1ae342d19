import { bodyText, type HttpOutcome } from '../http/http-call.ts';
import { memberOf } from '../http/json.ts';
import { parseJsonObject } from './unambiguous-json.ts';

/** All that an answer of Nets without a result may hold. A firewall's JSON has names of its own. */
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
/** A `message` alone is what any gateway sends, so its words must be about a log-in. */
const ABOUT_LOGIN = /unauthori[sz]ed|forbidden|authenti|authori[sz]ation|token|expired|credential|password|username|log-?\s?in\b/i;

/**
 * Whether a refusal (401, 403) is Nets' own: an empty body, or JSON in Nets' shape. The same status with a page or with
 * foreign JSON is some proxy's, firewall's or hotel network's, and says nothing about our log-in.
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

/** Refused for its token by Nets itself; an expired one may show as either status. */
export function isUnauthorised(outcome: HttpOutcome): boolean {
  if (outcome.kind !== 'answered' || (outcome.status !== 401 && outcome.status !== 403)) return false;
  return isOwnRefusal(outcome.contentType, bodyText(outcome));
}
