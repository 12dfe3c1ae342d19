/** What Willba's side does with one request. A 2xx goes out only if the request was verified; else the refusal does. */
export type Answer =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  /** Reads the request and never answers. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'reset'; readonly when: 'before-reading' | 'after-reading' }
  /** Part of the status line, or the whole head and part of the body. A reset may throw away what the sender has not read yet. */
  | { readonly kind: 'half'; readonly cut: 'head' | 'body'; readonly status: number; readonly then: 'reset' | 'close' }
  /** A body of this many bytes, in pieces, without a content-length. */
  | {
      readonly kind: 'stream';
      readonly status: number;
      readonly bytes: number;
      readonly pieceBytes: number;
      readonly everyMs: number;
    }
  | { readonly kind: 'slow'; readonly afterMs: number; readonly answer: Answer };

/** What is known of a request when its head is there. */
export interface Incoming {
  /** Counts all requests of the receiver from 1. */
  readonly number: number;
  readonly method: string;
  readonly path: string;
  readonly id: string | null;
  /** Counts the requests with this `webhook-id` from 1; 0 without an id. */
  readonly tryOfId: number;
  /** Reads the body first, for a plan that looks at the payment. Null where the body does not tell it. */
  readPaymentId(): Promise<string | null>;
}

/** `number` counts the requests from 1 since the plan was set. */
export type Plan = (number: number, request: Incoming) => Answer | Promise<Answer>;

export const accept = (status: 200 | 204 = 200): Answer => ({ kind: 'status', status });
export const refuse = (status: number, headers: Readonly<Record<string, string>> = {}, body = ''): Answer => ({
  kind: 'status',
  status,
  headers,
  body,
});
export const redirect = (location: string, status = 307): Answer => ({ kind: 'status', status, headers: { location } });
/** What a proxy or a portal puts in Willba's place. */
export const page = (status = 200): Answer => ({
  kind: 'status',
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><title>Welcome</title><p>Please log in to the network.</p>',
});
export const hang = (): Answer => ({ kind: 'hang' });
export const reset = (when: 'before-reading' | 'after-reading'): Answer => ({ kind: 'reset', when });
export const half = (cut: 'head' | 'body', then: 'reset' | 'close' = 'reset', status = 200): Answer => ({
  kind: 'half',
  cut,
  status,
  then,
});
export const stream = (
  bytes: number,
  {
    status = 200,
    pieceBytes = 64 * 1024,
    everyMs = 0,
  }: { readonly status?: number; readonly pieceBytes?: number; readonly everyMs?: number } = {},
): Answer => ({ kind: 'stream', status, bytes, pieceBytes, everyMs });
export const slow = (afterMs: number, answer: Answer = accept()): Answer => ({ kind: 'slow', afterMs, answer });

export const accepting: Plan = () => accept();
export const refusing =
  (status: number, headers: Readonly<Record<string, string>> = {}): Plan =>
  () =>
    refuse(status, headers);
/** This answer to the first so many requests, then the other plan. */
export const first =
  (count: number, answer: Answer, then: Plan = accepting): Plan =>
  (number, request) =>
    number <= count ? answer : then(number - count, request);
/** Refuses the events of one payment and accepts all others. */
export const refusingPayment =
  (paymentId: string, status: number): Plan =>
  async (_number, request) =>
    (await request.readPaymentId()) === paymentId ? refuse(status) : accept();

/** The status that the sender would see whole; null where it sees none. */
export function statusOf(answer: Answer): number | null {
  switch (answer.kind) {
    case 'status':
    case 'stream':
      return answer.status;
    case 'half':
      return answer.cut === 'body' ? answer.status : null;
    case 'slow':
      return statusOf(answer.answer);
    case 'hang':
    case 'reset':
      return null;
  }
}

/** One or two words for the record. */
export function nameOf(answer: Answer): string {
  switch (answer.kind) {
    case 'status':
      return String(answer.status);
    case 'stream':
      return `${answer.status} and ${answer.bytes} bytes`;
    case 'half':
      return `half of ${answer.status}, then ${answer.then}`;
    case 'slow':
      return `${nameOf(answer.answer)} after ${answer.afterMs} ms`;
    case 'hang':
      return 'nothing';
    case 'reset':
      return `reset ${answer.when === 'before-reading' ? 'before' : 'after'} reading`;
  }
}
