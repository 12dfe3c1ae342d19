import type { OtherDesks } from '../../shared/ipc/other-desks.ts';
import type { Clock, JournalledPayment } from '../payments/ports.ts';
import type { Part } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';
import { createBegun } from './begun.ts';
import { createLooking, type ReadPayments } from './looking.ts';
import { createSharing, type SharingParts } from './sharing.ts';

/** What this desk and the others of its property know of each other. @param parts.read null without Strapi: then this desk works alone */
export function openOtherDesks(parts: {
  readonly sharing: SharingParts;
  readonly read: ReadPayments | null;
  readonly find: (paymentId: string) => JournalledPayment | null;
  readonly clock: Clock;
  readonly changed: Changed;
}) {
  const { read, find, clock } = parts;
  const changed = (): void => parts.changed('otherDesks');
  const sharing = createSharing(parts.sharing, changed);
  // What it can be asked, it can be told: nobody waits for an hour's rest then.
  const looking = createLooking(read, { clock, changed, isBack: sharing.now });
  const begun = createBegun({ read, find, clock, changed });
  const part = {
    slices: {
      otherDesks: (): OtherDesks => ({ ...sharing.status(), unseen: looking.unseen(), begun: [...begun.all()] }),
    },
    paymentChanged: begun.paymentChanged,
    start: sharing.start,
    wake: sharing.wake,
    close(): void {
      begun.close();
      sharing.close();
    },
  } satisfies Part;
  return { part, withReference: looking.withReference, askAgain: begun.askAgain, shareNow: sharing.now };
}
