import { isJsonObject, memberOf } from '../http/json.ts';
import { readCode } from './wire-values.ts';

/**
 * The terminals that a log-in may use: `["71000001"]` in the log-in's answer, `[{"terminalId":"71000001"}]` in the list.
 * @returns the ids in Nets' order without repeats, or null where this is no list of terminals.
 */
export function readTerminalIds(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  const elements: readonly unknown[] = value;
  const ids = elements.flatMap((element) => {
    const id = isJsonObject(element)
      ? (memberOf(element, 'terminalId') ?? memberOf(element, 'TerminalID') ?? memberOf(element, 'id'))
      : element;
    return readCode(id, /^\S{1,64}$/) ?? [];
  });
  return elements.length > 0 && ids.length === 0 ? null : [...new Set(ids)];
}
