import type { Selling } from '../../shared/ipc/desk.ts';
import type { Part } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';
import type { SellingObstacle } from './ports.ts';

/** @param openBy whose account has the program open, where that is the problem and the name is known */
export const sellingPart = (obstacle: () => SellingObstacle, openBy: string | null, changed: Changed) =>
  ({
    slices: {
      selling: (): Selling => {
        const problem = obstacle();
        return { possible: problem === null, problem, openBy };
      },
    },
    // An answer that the disk would not take stops the selling, and one that it took at last lets it go on.
    paymentChanged: () => changed('selling'),
  }) satisfies Part;
