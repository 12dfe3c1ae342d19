import { isJsonObject, memberOf } from '../http/json.ts';
import { MOST_TERMINALS } from './limits.ts';
import { readListedId } from './wire-values.ts';

/**
 * The terminals that a log-in may use: `["71000001"]` in the log-in's answer, `[{"terminalId":"71000001"}]` in the list.
 * @returns the ids in Nets' order without repeats; null if it is not a list of terminals or is too long.
 */
export function readTerminalIds(value: unknown): readonly string[] | null {
  if (!Array.isArray(value) || value.length > MOST_TERMINALS) return null;
  const elements: readonly unknown[] = value;
  const ids = elements.flatMap((element) => {
    const id = isJsonObject(element)
      ? (memberOf(element, 'terminalId') ?? memberOf(element, 'TerminalID') ?? memberOf(element, 'id'))
      : element;
    return readListedId(id) ?? [];
  });
  return elements.length > 0 && ids.length === 0 ? null : [...new Set(ids)];
}
