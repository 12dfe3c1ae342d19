import type { OtherDesks } from '../../shared/ipc/other-desks.ts';
import type { Sender } from '../outbox/sender.ts';
import type { Part } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';

const NOT_SHARED: OtherDesks = { isShared: false, count: 0, last: null };

/**
 * Writes this PC's payments to where the other desks see them.
 *
 * @param parts.mayShare whether this PC's payments are to be written; null if this account cannot know. Asked once, when `ready` has settled
 * @param parts.serve whether the journal keeps what is to be written. Unknown leaves it as an earlier run knew it.
 * @param parts.openSender starts nothing by itself
 */
export function otherDesksPart(parts: {
  readonly ready: Promise<unknown>;
  readonly mayShare: () => boolean | null;
  readonly serve: (isShared: boolean) => void;
  readonly openSender: () => Sender;
  readonly changed: Changed;
}) {
  let sender: Sender | null = null;
  let isClosed = false;

  function begin(): void {
    if (isClosed) return;
    const isShared = parts.mayShare();
    if (isShared !== null) parts.serve(isShared);
    // Without a right to write nothing is tried: it would fail for ever.
    if (isShared !== true) return;
    sender = parts.openSender();
    sender.start();
    parts.changed('otherDesks');
  }

  return {
    slices: {
      otherDesks: (): OtherDesks => {
        if (sender === null) return NOT_SHARED;
        const { count, last } = sender.status(0);
        return { isShared: true, count, last };
      },
    },
    /** Somebody may have mended what kept it from being written. */
    shareNow: (): void => sender?.sendNow(),
    start: (): void => void parts.ready.then(begin),
    wake: (): void => sender?.wake(),
    close(): void {
      isClosed = true;
      sender?.stop();
    },
  } satisfies Part & { readonly shareNow: () => void };
}
