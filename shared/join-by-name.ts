export type Intersection<U> = (U extends unknown ? (member: U) => void : never) extends (member: infer I) => void ? I : never;

/**
 * Joins several objects. A name that two of them have is refused: one would silently replace the other.
 *
 * @throws Error that says the name
 */
export function joinByName<const T extends readonly object[]>(what: string, ...objects: T): Intersection<T[number]> {
  const joined: Record<string, unknown> = {};
  for (const object of objects) {
    for (const [name, value] of Object.entries(object)) {
      if (Object.hasOwn(joined, name)) throw new Error(`Two parts claim the ${what} "${name}"`);
      joined[name] = value;
    }
  }
  return joined as Intersection<T[number]>;
}
