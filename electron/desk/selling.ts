import type { Selling } from '../../shared/ipc/desk.ts';
import type { Part } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';
import type { SellingObstacle } from './ports.ts';

/** @param openBy the account that has the program open, if that is the problem and its name is known */
export const sellingPart = (obstacle: () => SellingObstacle, openBy: string | null, changed: Changed) =>
  ({
    slices: {
      selling: (): Selling => {
        const problem = obstacle();
        return { possible: problem === null, problem, openBy };
      },
    },
    // An answer that cannot be written to the disk stops selling; when it is written, selling goes on.
    paymentChanged: () => changed('selling'),
  }) satisfies Part;
