import type { OtherDesks } from '../../shared/ipc/other-desks.ts';
import type { Sender } from '../outbox/sender.ts';

export type SharingParts = {
  /** Settles when the secrets are read or known to be missing. */
  readonly ready: Promise<unknown>;
  /** Whether this PC's payments are to be written; null if this account cannot know. Asked once `ready` has settled. */
  readonly mayShare: () => boolean | null;
  /** Sets whether the journal keeps what is to be written. */
  readonly serve: (isShared: boolean) => void;
  /** Makes the sender; it starts nothing by itself. */
  readonly openSender: () => Sender;
};

/** Writes this PC's payments to where the other desks see them. */
export function createSharing(parts: SharingParts, changed: () => void) {
  let sender: Sender | null = null;
  let isClosed = false;

  function begin(): void {
    if (isClosed) return;
    const isShared = parts.mayShare();
    // Where it is not known, the journal keeps what an earlier run kept.
    if (isShared !== null) parts.serve(isShared);
    // Without a right to write nothing is tried: it would fail for ever.
    if (isShared !== true) return;
    sender = parts.openSender();
    sender.start();
    changed();
  }

  return {
    status(): Pick<OtherDesks, 'isShared' | 'count' | 'last'> {
      if (sender === null) return { isShared: false, count: 0, last: null };
      const { count, last } = sender.status(0);
      return { isShared: true, count, last };
    },
    /** Somebody may have mended what kept it from being written. */
    now: (): void => sender?.sendNow(),
    start: (): void => void parts.ready.then(begin),
    wake: (): void => sender?.wake(),
    close(): void {
      isClosed = true;
      sender?.stop();
    },
  };
}
