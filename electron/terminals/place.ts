import { nameKey } from '../../shared/reference.ts';
import type { Terminal } from '../../shared/terminal.ts';

/** This PC's point of sale: its name, and its id in the customer's directory once that is known. */
export type Place = { readonly name: string; readonly id: string | null };

/** Support and the customer may write the same name in ways that look alike. */
export const isSamePlace = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && nameKey(one) === nameKey(other);

/**
 * Updates this PC's place after the directory was read. Its id is learned, and a new name with the same id is taken over, so that a rename
 * does not move this PC's terminals out of their section.
 *
 * @returns null if nothing changes
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
