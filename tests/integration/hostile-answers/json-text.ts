import fc from 'fast-check';

/** Raw JSON text, because only so can a body hold `-0`, a member twice, or `__proto__` as a name like any other. */
export type Json = string;
/** What a member may be; null leaves it out. */
export type Values = readonly (Json | null)[];

/** Stands in a body for very many characters, so that a counterexample can be read. */
export const HUGE = '<huge>';

/** What a text is not, or not one of use. */
export const NO_TEXT: Values = ['null', 'false', 'true', '[]', '{}', '7', '-1', '""', '" "', `"${HUGE}"`, null];

export const oneOf = (values: Values): fc.Arbitrary<Json | null> => fc.constantFrom(...values);
export const usually = <T>(weight: number, good: fc.Arbitrary<T>, bad: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: good }, { weight: 1, arbitrary: bad });
/** Nearly always a good one: an answer that is wrong everywhere is turned away at the door. */
export const mostly = (good: Values, bad: Values): fc.Arbitrary<Json | null> => usually(16, oneOf(good), oneOf(bad));

export const object = (...members: readonly (readonly [name: string, value: fc.Arbitrary<Json | null>])[]): fc.Arbitrary<Json> =>
  fc.tuple(...members.map(([, value]) => value)).map((values) => {
    const written = members.flatMap(([name], index) => {
      const value = values[index] ?? null;
      return value === null ? [] : [`"${name}":${value}`];
    });
    return `{${written.join(',')}}`;
  });

/** Members by these names must lend their object nothing. */
const LENDERS = ['__proto__', 'constructor'];
export const lenders = (lent: Json): readonly (readonly [string, fc.Arbitrary<Json | null>])[] =>
  LENDERS.map((name) => [name, mostly([null], [lent])] as const);

/** Undefined where the text is no JSON. A byte order mark before it is harmless. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

export type Members = ReadonlyMap<string, unknown>;

/** Null for what is no object. */
export const membersOf = (value: unknown): Members | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map<string, unknown>(Object.entries(value)) : null;

/** Every object in it, at any depth. Not by recursion, because some are nested almost without end. */
export function objectsIn(root: unknown): readonly Members[] {
  const found: Members[] = [];
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    const members = membersOf(value);
    if (members !== null) found.push(members);
    if (Array.isArray(value)) for (const element of value) waiting.push(element);
    for (const [name, member] of members ?? []) if (!LENDERS.includes(name)) waiting.push(member);
  }
  return found;
}
