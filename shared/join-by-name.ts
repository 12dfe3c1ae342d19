export type Intersection<U> = (U extends unknown ? (member: U) => void : never) extends (member: infer I) => void ? I : never;

/**
 * Several objects as one. A name that two of them claim is refused: one of the two would silently do the other's work.
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
