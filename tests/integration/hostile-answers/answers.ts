import fc from 'fast-check';
import { type Body, textOf } from './bodies.ts';
import { type Framing, framed, framing } from './framing.ts';
import { headers, interim, statusLine } from './heads.ts';
import { usually } from './json-text.ts';
import { OURS } from './nets-bodies.ts';

export type Answer = {
  /** Empty: no head at all, as in HTTP/0.9. */
  readonly statusLine: string;
  readonly interim: string;
  readonly headers: readonly string[];
  readonly framing: Framing;
  readonly body: Body;
  readonly encoding: 'utf8' | 'utf16le' | 'latin1' | 'bom';
  /** What comes after the answer on the same connection. */
  readonly after: string;
  readonly delivery: {
    /** Before anything was asked. */
    readonly early: boolean;
    readonly pieces: number;
    readonly pauseMs: number;
    /** How much of it is sent, in thousandths. */
    readonly sent: number;
    readonly ending: 'end' | 'reset' | 'stall, then reset';
  };
};

/** Good news to a sale, a lookup, a log-in and a list, where none belongs. */
const RECORD = '{"Result":0,"TotalAmount":1250}';
const RESULT = `[{"localModeEventArgs":${RECORD},"latestTransactionResult":${RECORD},"orderId":"${OURS}"}]`;
const SPOOFED = `{"result":${RESULT},"token":"spoofed","terminals":["99999999"]}`;
const SECOND = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${SPOOFED.length}\r\n\r\n${SPOOFED}`;

/** Most are honest in most respects: what is wrong everywhere is turned away at the door. */
export const answersWith = (body: fc.Arbitrary<Body>): fc.Arbitrary<Answer> =>
  fc.record({
    statusLine,
    interim,
    headers,
    framing,
    body,
    encoding: usually<Answer['encoding']>(20, fc.constant('utf8'), fc.constantFrom('utf16le', 'latin1', 'bom')),
    after: usually(12, fc.constant(''), fc.constantFrom(SECOND, '\0\0', SPOOFED)),
    delivery: fc.record({
      early: usually(25, fc.constant(false), fc.constant(true)),
      pieces: usually(4, fc.constant(1), fc.integer({ min: 2, max: 40 })),
      pauseMs: usually(2, fc.constant(0), fc.integer({ min: 1, max: 3 })),
      sent: usually(9, fc.constant(1_000), fc.nat(999)),
      ending: usually<Answer['delivery']['ending']>(9, fc.constant('end'), fc.constantFrom('reset', 'stall, then reset')),
    }),
  });

/** Nothing but the body is odd. */
export const plainly = (text: string, changes: Partial<Answer> = {}): Answer => ({
  statusLine: 'HTTP/1.1 200 OK',
  interim: '',
  headers: ['Content-Type: application/json'],
  framing: 'length',
  body: { text, hugeLength: 0, contradictory: false },
  encoding: 'utf8',
  after: '',
  delivery: { early: false, pieces: 1, pauseMs: 0, sent: 1_000, ending: 'end' },
  ...changes,
});

export function payloadOf({ body, encoding }: Answer): Buffer {
  const text = textOf(body);
  return encoding === 'bom' ? Buffer.from(`\uFEFF${text}`) : Buffer.from(text, encoding);
}

/** The whole answer as it goes over the wire. */
export function bytesOf(answer: Answer): Buffer {
  const { lines, body } = framed(answer.framing, payloadOf(answer));
  const head = [answer.statusLine, ...answer.headers, ...lines, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(answer.interim), Buffer.from(isWithoutHead(answer) ? '' : head, 'latin1'), body, afterOf(answer)]);
}

const isWithoutHead = ({ statusLine }: Answer): boolean => statusLine === '';
/** After no head, or one that promises another, a second answer would be the answer. */
const afterOf = (answer: Answer): Buffer => Buffer.from(isWithoutHead(answer) || / 1\d\d /.test(answer.statusLine) ? '' : answer.after);

/** Where nothing says how long the body is, or too much, what comes after the answer belongs to it. */
const RUNS_ON: readonly Framing[] = ['until closed', 'plain but chunked', 'length too long'];

/** Whichever body a client may have seen in this answer and `isIt`, as text; null where none is. */
export function bodySeen(answer: Answer, isIt: (bytes: Buffer) => boolean, length = Number.POSITIVE_INFINITY): string | null {
  const payload = payloadOf(answer);
  const { body } = framed(answer.framing, payload);
  const candidates = [payload, RUNS_ON.includes(answer.framing) ? Buffer.concat([body, afterOf(answer)]) : body];
  return (
    candidates
      .map((bytes) => bytes.subarray(0, length))
      .find(isIt)
      ?.toString('utf8') ?? null
  );
}
