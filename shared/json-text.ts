import { failed, ok, type Result } from './result.ts';

/** No proper file is nested deeper, and deeper nesting would exhaust the stack of a recursive reader. */
const DEEPEST = 100;

/**
 * What is wrong with a JSON text. `member` and `line` say where: `nets.password`, lines counted from 1. The member's name is taken from the
 * text and may be of any length.
 */
export type JsonFault =
  | { readonly kind: 'not-json' }
  | { readonly kind: 'too-deep'; readonly line: number }
  | { readonly kind: 'twice'; readonly member: string; readonly line: number };

/**
 * Reads a JSON text and refuses a member that occurs twice in one object: JSON.parse silently takes the last of the two, other programs
 * take the first. Time is linear. A byte order mark is ignored.
 *
 * @param matters which names must not occur twice; all by default
 */
export function readJson(content: string, matters: (name: string) => boolean = () => true): Result<unknown, JsonFault> {
  const text = content.startsWith('\ufeff') ? content.slice(1) : content;
  const deepAt = tooDeepAt(text);
  if (deepAt !== null) return failed({ kind: 'too-deep', line: lineAt(text, deepAt) });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not JSON, or cut off. The engine's own message is dropped: it quotes the text around the fault, which may be a password.
    return failed({ kind: 'not-json' });
  }
  const fault = findFault(text, matters);
  return fault === null ? ok(value) : failed(fault);
}

/** The names of an object so far (null for an array); `at` is the member that is being read. */
type Level = { readonly names: Set<string> | null; at: string | number };

/** Reads through a text that is valid JSON. */
function findFault(text: string, matters: (name: string) => boolean): JsonFault | null {
  const levels: Level[] = [];
  let expectsName = false;
  for (let index = 0; index < text.length; index += 1) {
    const top = levels.at(-1);
    switch (text[index]) {
      case '{':
      case '[': {
        const isObject = text[index] === '{';
        levels.push({ names: isObject ? new Set() : null, at: isObject ? '' : 0 });
        expectsName = isObject;
        break;
      }
      case '}':
      case ']':
        levels.pop();
        expectsName = false;
        break;
      case ',':
        expectsName = top?.names != null;
        if (top !== undefined && typeof top.at === 'number') top.at += 1;
        break;
      case '"': {
        const end = endOfString(text, index);
        if (expectsName && top?.names != null) {
          const name = spelledOut(text.slice(index + 1, end));
          top.at = name;
          if (top.names.has(name)) return { kind: 'twice', member: pathOf(levels), line: lineAt(text, index) };
          if (matters(name)) top.names.add(name);
          expectsName = false;
        }
        index = end;
        break;
      }
    }
  }
  return null;
}

/** The line at which a text, JSON or not, is nested too deep; null if it is not. Runs before the text is parsed. */
function tooDeepAt(text: string): number | null {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '"') index = endOfString(text, index);
    else if (sign === '}' || sign === ']') depth -= 1;
    else if (sign === '{' || sign === '[') {
      depth += 1;
      if (depth > DEEPEST) return index;
    }
  }
  return null;
}

function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length && text[index] !== '"') index += text[index] === '\\' ? 2 : 1;
  return index;
}

/** A parser reads `\u0052esult` as `Result`. */
const spelledOut = (name: string): string => (name.includes('\\') ? String(JSON.parse(`"${name}"`)) : name);

const pathOf = (levels: readonly Level[]): string => levels.map(({ at }) => at).join('.');

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
