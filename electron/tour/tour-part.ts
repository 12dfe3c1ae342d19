import { ok } from '../../shared/result.ts';
import type { Part } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';
import type { Played, TourKeeper } from './tour.ts';

/** @param tour null where real payments are made */
export function tourPart(
  tour: TourKeeper | null,
  parts: { readonly view: (paymentId: string) => Played | null; readonly changed: Changed },
) {
  return {
    slices: { tour: () => tour?.current() ?? null },
    commands: {
      wrongWayRead() {
        tour?.read();
        parts.changed('tour');
        return ok(null);
      },
      restartTour() {
        tour?.restart();
        parts.changed('tour');
        return ok(null);
      },
    },
    paymentChanged(paymentId: string) {
      const payment = tour === null ? null : parts.view(paymentId);
      if (payment !== null && tour?.changed(payment) === true) parts.changed('tour');
    },
  } satisfies Part;
}
