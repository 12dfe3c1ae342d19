import { MOST_WAITING, type Willba } from '../../shared/ipc/willba.ts';
import { ok } from '../../shared/result.ts';
import type { Sender } from '../outbox/sender.ts';
import type { Part } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';

const NOT_SET_UP: Willba = { isSetUp: false, count: 0, waiting: [], isGone: false, last: null };

/** What the window is told of Willba. Charged and known to Willba are two facts. @param sender null where Willba is told nothing */
export const willbaPart = (sender: Sender | null, changed: Changed) =>
  ({
    slices: { willba: (): Willba => (sender === null ? NOT_SET_UP : { isSetUp: true, ...sender.status(MOST_WAITING) }) },
    commands: {
      sendToWillbaNow() {
        sender?.sendNow();
        changed('willba');
        return ok(null);
      },
    },
    start: () => sender?.start(),
    wake: () => sender?.wake(),
    close: () => sender?.stop(),
  }) satisfies Part;
