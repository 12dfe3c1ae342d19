import type { Posted } from '../../electron/outbox/ports.ts';
import type { Clock } from '../../electron/payments/ports.ts';
import type { PostEvent } from '../../electron/willba/ports.ts';
import type { Said, Willba } from './willba.ts';

const never = <T>(): Promise<T> => new Promise(() => undefined);
const failed = (status: number | null, code: string | null, retryAfterMs: number | null = null): Posted => ({
  kind: 'failed',
  answer: { status, code },
  retryAfterMs,
});

/** What the client of the webhook makes of each, and after how long. */
const OUTCOMES: Readonly<Record<Said, { readonly posted: Posted; readonly afterMs: number }>> = {
  accepted: { posted: { kind: 'accepted', answer: { status: 204, code: null } }, afterMs: 30 },
  'lost after it was accepted': { posted: failed(null, 'ECONNRESET'), afterMs: 900 },
  refused: { posted: failed(500, null), afterMs: 60 },
  busy: { posted: failed(429, null, 90_000), afterMs: 40 },
  silent: { posted: failed(null, 'TIMEOUT'), afterMs: 20_000 },
  unreachable: { posted: failed(null, 'ECONNREFUSED'), afterMs: 5 },
  gone: { posted: { kind: 'gone', answer: { status: 410, code: null } }, afterMs: 40 },
};

/** Sends to Willba over virtual time. A killed program hears no answer, whatever Willba has done with the event. */
export function postTo(
  willba: Willba,
  desk: {
    readonly name: string;
    readonly clock: Clock;
    /** False once the program is dead: nothing of it goes on. */
    readonly step: (what: string) => boolean;
    readonly saw: (what: string) => void;
  },
): PostEvent {
  return async ({ id, body }) => {
    if (!desk.step('before an event leaves')) return never();
    const said = willba.receive({ desk: desk.name, id, body });
    desk.saw(`Willba: ${said}`);
    const { posted, afterMs } = OUTCOMES[said];
    await new Promise<void>((resolve) => void desk.clock.after(afterMs, resolve));
    return desk.step('before the answer of Willba is read') ? posted : never();
  };
}
