import { failed, ok, type Result } from './result.ts';

/** Nobody nests deeper who means well, and what is nested deeper exhausts the stack of whoever walks through it. */
const DEEPEST = 100;

/**
 * What is wrong with a JSON text. `member` and `line` say where: `nets.password`, counted from 1. The member's name is as it
 * stands in the text and may be of any length.
 */
export type JsonFault =
  | { readonly kind: 'not-json' }
  | { readonly kind: 'too-deep'; readonly line: number }
  | { readonly kind: 'twice'; readonly member: string; readonly line: number };

/**
 * Reads a JSON text in which no member stands twice in its object: JSON.parse takes the last of two without a word, another
 * program the first. Linear in the text's length. A byte order mark before it is harmless.
 *
 * @param matters which names must not stand twice; all of them where nothing is said
 */
export function readJson(content: string, matters: (name: string) => boolean = () => true): Result<unknown, JsonFault> {
  const text = content.startsWith('\ufeff') ? content.slice(1) : content;
  const deepAt = tooDeepAt(text);
  if (deepAt !== null) return failed({ kind: 'too-deep', line: lineAt(text, deepAt) });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // No JSON, or cut off. The engine's own message quotes the text around the fault, which may be a password.
    return failed({ kind: 'not-json' });
  }
  const fault = findFault(text, matters);
  return fault === null ? ok(value) : failed(fault);
}

/** An object's names so far, or an array's; `at` is the member that is being read. */
type Level = { readonly names: Set<string> | null; at: string | number };

/** Walks through a text that is known to be JSON. */
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

/** Where a text, be it JSON or not, goes deeper than anybody may; null where it does not. Before anything is made of it. */
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

/** `\u0052esult` is `Result` to whoever reads it. */
const spelledOut = (name: string): string => (name.includes('\\') ? String(JSON.parse(`"${name}"`)) : name);

const pathOf = (levels: readonly Level[]): string => levels.map(({ at }) => at).join('.');

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
