import { nameKey } from '../../shared/reference.ts';
import type { Terminal } from '../../shared/terminal.ts';

/** This PC's point of sale: the name that people know, and what the customer's directory calls it for itself, once it was seen there. */
export type Place = { readonly name: string; readonly id: string | null };

/** The same name may be written in ways that look alike: here by support, there by the customer. */
export const isSamePlace = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && nameKey(one) === nameKey(other);

/**
 * What becomes of this PC's place when the directory was read: its id is learned, and a new name of the same id is followed,
 * so that a rename at the customer's does not take this PC's terminals out of their section.
 *
 * @returns null where nothing changes
 */
export function followPlace(place: Place, terminals: readonly Pick<Terminal, 'pointOfSale' | 'pointOfSaleId'>[]): Place | null {
  const named =
    terminals.find(({ pointOfSale }) => pointOfSale === place.name) ??
    terminals.find(({ pointOfSale }) => isSamePlace(pointOfSale, place.name));
  if (named !== undefined) {
    const id = named.pointOfSaleId ?? null;
    return id === null || id === place.id ? null : { ...place, id };
  }
  const renamed = terminals.find(({ pointOfSaleId }) => place.id !== null && pointOfSaleId === place.id);
  return renamed === undefined || renamed.pointOfSale === null ? null : { ...place, name: renamed.pointOfSale };
}
