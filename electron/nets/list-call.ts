import { failed, ok, type Result } from '../../shared/result.ts';
import { bodyText, isSuccess, TOO_LONG } from '../http/http-call.ts';
import { memberOf } from '../http/json.ts';
import type { AuthorisedCaller } from './authorised-call.ts';
import { LARGEST_LIST_BYTES } from './limits.ts';
import type { LoginFailure } from './login-token.ts';
import { isUnauthorised } from './own-refusal.ts';
import { readTerminalIds } from './terminal-list.ts';
import { parseJsonObject } from './unambiguous-json.ts';

const LIST_LIMIT_MS = 10_000;

/** Something else answered in Nets' place, or Nets asks us to wait. Nets' own 401 and 403 are handled before this. */
const isOutOfReach = (status: number): boolean => status >= 500 || [401, 403, 408, 429].includes(status);

/** Asks which terminals this log-in may use. */
export function createListCall(parts: {
  readonly ask: AuthorisedCaller;
  readonly onTerminals: (ids: readonly string[]) => void;
}): () => Promise<Result<readonly string[], LoginFailure>> {
  const { ask, onTerminals } = parts;
  return async () => {
    const asked = await ask({ method: 'GET', path: '/v1/terminal', body: null }, { totalMs: LIST_LIMIT_MS, mostBytes: LARGEST_LIST_BYTES });
    if (asked.kind !== 'called') return failed(asked.kind === 'no-token' ? asked.why : 'unreachable');
    const { outcome } = asked;
    if (isUnauthorised(outcome)) return failed('not-authorised');
    if (outcome.kind === 'no-answer') return failed(outcome.code === TOO_LONG ? 'unreadable' : 'unreachable');
    if (isOutOfReach(outcome.status)) return failed('unreachable');
    const json = parseJsonObject(bodyText(outcome));
    const ids = json === null || !isSuccess(outcome) ? null : readTerminalIds(memberOf(json, 'terminals'));
    if (ids === null) return failed('unreadable');
    onTerminals(ids);
    return ok(ids);
  };
}
