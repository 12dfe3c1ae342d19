import type { LinkProblem, PaymentRequest, Requests as RequestsSlice } from '../../shared/ipc/requests.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import type { Part } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';
import type { Form } from './form.ts';
import type { Refuse } from './refusals.ts';

/** More are no queue of guests, but a program that opens links. */
export const MOST_REQUESTS = 20;

export type Requests = ReturnType<typeof createRequests>;

type RequestParts = {
  readonly form: Form;
  readonly journal: Pick<PaymentJournal, 'byRequest'>;
  /** No payment or outcome is in the window, and no press waits. */
  readonly isFree: () => boolean;
  readonly currency: () => string;
  readonly wallTime: () => string;
  /** Those that waited before the world was reopened. */
  readonly kept: readonly PaymentRequest[];
};

/**
 * The payments that Willba asks for. One at a time is in the form, and only if the desk is free: a request never takes the window from a
 * payment or its outcome. The others wait, in the order in which they came. A request is used up when its sale has its first row.
 */
export function createRequests(parts: RequestParts) {
  const { form, journal } = parts;
  const line = createLine(parts.kept.filter(({ currency }) => currency === parts.currency()));
  const refusals = createRefusals(parts.wallTime);

  /** Whatever became of its payment: a link is good once. A retry comes from that payment's own screen. */
  const isUsed = ({ id }: PaymentRequest): boolean => journal.byRequest(id).length > 0;
  const known = (requestId: string): PaymentRequest | null => (form.request()?.id === requestId ? form.request() : line.find(requestId));

  /** The same link opened once more changes nothing. Another request under its id: only one of them can be charged. */
  function whyNot(request: PaymentRequest): LinkProblem | null {
    const here = known(request.id);
    if (here !== null) return isSame(here, request) ? null : 'used';
    return isUsed(request) ? 'used' : line.all().length >= MOST_REQUESTS ? 'too-many' : null;
  }

  /** @returns false if something else is at hand */
  function fill(request: PaymentRequest): boolean {
    if (!parts.isFree()) return false;
    line.remove(request.id);
    line.putFirst(form.fill(request));
    return true;
  }

  return {
    all: (): RequestsSlice => ({ waiting: line.all(), refused: refusals.last() }),
    waiting: line.all,

    /** A link was opened, good or not. */
    arrived(link: Result<PaymentRequest, LinkProblem>): void {
      const why = link.ok ? whyNot(link.value) : link.error;
      refusals.set(why);
      if (!link.ok || why !== null || known(link.value.id) !== null) return;
      // The rest of a payment is for the guest at the desk, with the card in hand.
      if (form.request() !== null || form.draft().completesId !== null || !fill(link.value)) line.add(link.value);
    },

    take(requestId: string): boolean {
      const request = line.find(requestId);
      return request !== null && !isUsed(request) && fill(request);
    },

    dismiss(requestId: string): boolean {
      const inForm = form.request()?.id === requestId;
      if (inForm && !parts.isFree()) return false;
      if (inForm) form.dismiss();
      else line.remove(requestId);
      return true;
    },

    /** The desk is free again: the next request goes into the form, unless somebody has typed there. */
    next(): void {
      const [first] = line.all();
      if (first !== undefined && form.isEmpty()) fill(first);
    },

    /** One had to leave the form without being paid: it is the next one. */
    displaced: line.putFirst,
    refusalRead: refusals.read,
  };
}

/** Those that wait, in the order in which they came. */
function createLine(kept: PaymentRequest[]) {
  let waiting = kept;
  const without = (requestId: string): PaymentRequest[] => waiting.filter(({ id }) => id !== requestId);
  return {
    all: (): PaymentRequest[] => waiting,
    find: (requestId: string): PaymentRequest | null => waiting.find(({ id }) => id === requestId) ?? null,
    add(request: PaymentRequest): void {
      waiting = [...waiting, request];
    },
    putFirst(request: PaymentRequest | null): void {
      if (request !== null) waiting = [request, ...without(request.id)];
    },
    remove(requestId: string): void {
      waiting = without(requestId);
    },
  };
}

/** Why the last link was refused, until somebody has read it or a good one has come. */
function createRefusals(wallTime: () => string) {
  let last: RequestsSlice['refused'] = null;
  let count = 0;
  return {
    last: (): RequestsSlice['refused'] => last,
    set(why: LinkProblem | null): void {
      if (why !== null) count += 1;
      last = why === null ? null : { number: count, why, at: wallTime() };
    },
    read(number: number): void {
      if (last?.number === number) last = null;
    },
  };
}

const isSame = (a: PaymentRequest, b: PaymentRequest): boolean =>
  a.amountMinor === b.amountMinor &&
  a.currency === b.currency &&
  a.reference === b.reference &&
  a.guest === b.guest &&
  a.operator === b.operator;

export const requestsPart = (requests: Requests, parts: { readonly refuse: Refuse; readonly changed: Changed }) =>
  ({
    slices: { requests: requests.all },
    commands: {
      takeRequest({ requestId }) {
        if (!requests.take(requestId)) return parts.refuse('not-possible-now');
        parts.changed('form', 'requests');
        return ok(null);
      },
      dismissRequest({ requestId }) {
        if (!requests.dismiss(requestId)) return parts.refuse('desk-busy');
        requests.next();
        parts.changed('form', 'requests');
        return ok(null);
      },
      linkRefusalRead({ number }) {
        requests.refusalRead(number);
        parts.changed('requests');
        return ok(null);
      },
    },
  }) satisfies Part;
