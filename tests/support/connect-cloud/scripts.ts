import type { Answer, Approval, CutPoint, Delivery, OnCancel, OtherDeskScript, Rejection, Said, Script, Truth } from './script.ts';

/** Options that every script takes. Times in milliseconds, amounts in minor units. */
export interface CommonOptions {
  readonly afterMs?: number;
  readonly status?: number;
  readonly delivery?: Delivery;
  readonly onCancel?: OnCancel;
  readonly fragile?: boolean;
  readonly latestAfterMs?: number;
  readonly otherDesk?: readonly OtherDeskScript[];
}
export type ApproveOptions = CommonOptions & Partial<Approval>;
export type RejectOptions = CommonOptions & Partial<Rejection>;
/** For answers that prove nothing: what really happened to the money. */
export interface HiddenTruth {
  readonly truth?: Truth['kind'];
}

const truthful: Extract<Answer, { kind: 'truth' }> = { kind: 'truth', status: null, record: {}, omit: [] };
const stop: OnCancel = { kind: 'stop', afterMs: 50 };

export const plainApproval: Approval = {
  totalMinor: null,
  tipMinor: 0,
  surchargeMinor: 0,
  cvm: 0,
  stan: null,
  orderId: 'echo',
  orderIdIn: 'element',
  numbersAsStrings: false,
  timeStamp: 'iso',
  card: { brand: 'VISA', maskedNumber: '************1234' },
  optionalData: '{"od":{"ver":"1.01","nid":123}}',
  recordExtra: {},
  elementExtra: {},
};

export const plainRejection: Rejection = {
  text: 'Transaction rejected',
  hostCode: '',
  source: '',
  reason: '',
  stan: '',
  withRecord: true,
  numbersAsStrings: false,
  timeStamp: 'iso',
  recordExtra: {},
};

/** The terminal's answer after STOP, and after a cancelAction that it followed: the documentation makes no difference. */
export const cancelledRejection: Rejection = { ...plainRejection, text: 'Transaction cancelled', reason: 'Cancelled' };

/** Picks the members of `defaults` out of an options object that also holds common options. */
function pick<T extends object>(defaults: T, options: Partial<T>): T {
  const picked: T = { ...defaults };
  for (const key of Object.keys(defaults) as (keyof T)[]) {
    const given = options[key];
    if (given !== undefined) picked[key] = given as T[keyof T];
  }
  return picked;
}

function build(name: string, truth: Truth, answer: Answer, options: CommonOptions, onCancel: OnCancel = stop): Script {
  const status = options.status;
  return {
    name,
    truth,
    answer: status === undefined ? answer : { ...answer, status },
    afterMs: options.afterMs ?? 50,
    delivery: options.delivery ?? { kind: 'whole' },
    onCancel: options.onCancel ?? onCancel,
    fragile: options.fragile ?? false,
    latestAfterMs: options.latestAfterMs ?? null,
    otherDesk: options.otherDesk ?? [],
  };
}

function approved(options: Partial<Approval> = {}): Truth {
  return { kind: 'approved', approval: pick(plainApproval, options) };
}

function hidden(kind: Truth['kind']): Truth {
  if (kind === 'approved') return approved();
  return kind === 'rejected' ? { kind, rejection: plainRejection } : { kind };
}

function canned(status: number, body: unknown, says: Said, contentType = 'application/json; charset=utf-8'): Answer {
  return { kind: 'canned', status, contentType, says, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

export function approve(options: ApproveOptions = {}): Script {
  return build('approve', approved(options), truthful, options);
}

/**
 * The bank's host declined. Codes of the documentation: 05 declined, 51 no funds, 54 expired, 55 wrong PIN, 61 over limit, 91 issuer not
 * available.
 */
export function decline(hostCode = '05', options: RejectOptions = {}): Script {
  const host = { ...plainRejection, text: 'Transaction declined', hostCode, source: 'HOST', reason: 'Declined', stan: '000999' };
  return build(`decline ${hostCode}`, { kind: 'rejected', rejection: pick<Rejection>(host, options) }, truthful, options);
}

export function cancelledAtTerminal(options: RejectOptions = {}): Script {
  return build('cancelled at the terminal', { kind: 'rejected', rejection: pick(cancelledRejection, options) }, truthful, options);
}

/** Nobody paid, and the terminal says so. For no answer at all, use `neverAnswer({ truth: 'rejected' })`. */
export function timedOutAtTerminal(options: RejectOptions = {}): Script {
  const timeout = { ...plainRejection, text: 'Transaction timed out', reason: 'Timeout' };
  return build('terminal time-out', { kind: 'rejected', rejection: pick<Rejection>(timeout, options) }, truthful, options);
}

export function busy(options: CommonOptions & HiddenTruth = {}): Script {
  return build('busy', hidden(options.truth ?? 'nothing'), canned(400, { failure: { error: 'Terminal busy' } }, 'refused'), options, {
    kind: 'ignore',
  });
}

/** 8013 in one of three forms: the documentation names the code and its text, but not where they are. */
export function notConnected(options: CommonOptions & HiddenTruth & { readonly shape?: 'text' | 'code-field' | 'bare' } = {}): Script {
  const text = 'Invalid terminal ID or terminal not connected';
  const failure = {
    text: { error: `8013 ${text}` },
    'code-field': { error: text, errorCode: 8013 },
    bare: `8013 ${text}`,
  }[options.shape ?? 'text'];
  return build('not connected', hidden(options.truth ?? 'nothing'), canned(400, { failure }, 'refused'), options, { kind: 'ignore' });
}

/** `failure` as a bare string. It counts as unclear unless the test says that the text is a listed one. */
export function bareStringFailure(text: string, options: CommonOptions & HiddenTruth & { readonly says?: Said } = {}): Script {
  return build(
    'bare string failure',
    hidden(options.truth ?? 'nothing'),
    canned(400, { failure: text }, options.says ?? 'unclear'),
    options,
  );
}

export function html502(options: CommonOptions & HiddenTruth = {}): Script {
  const page = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';
  return build('HTML 502', hidden(options.truth ?? 'nothing'), canned(502, page, 'unclear', 'text/html'), options);
}

export function emptyFailure(options: CommonOptions & HiddenTruth = {}): Script {
  return build('empty failure', hidden(options.truth ?? 'nothing'), canned(400, { failure: {} }, 'unclear'), options);
}

/** Result 99 (or another that decides nothing: 1, 3) while the lookup knows the truth. */
export function unknownResult(options: ApproveOptions & HiddenTruth & { readonly result?: unknown } = {}): Script {
  const truth = options.truth === undefined ? approved(options) : hidden(options.truth);
  return build('unknown result', truth, { ...truthful, record: { Result: options.result ?? 99 } }, options);
}

/** Result 0 with a missing TotalAmount, or an unreadable one that the test gives. */
export function approvedWithoutAmount(options: ApproveOptions & { readonly unreadable?: unknown } = {}): Script {
  const without: Answer =
    'unreadable' in options ? { ...truthful, record: { TotalAmount: options.unreadable } } : { ...truthful, omit: ['TotalAmount'] };
  return build('approved without amount', approved(options), without, options);
}

/** Nothing happens until cancelAction; then the terminal stops. */
export function waitForCancel(options: CommonOptions & { readonly grantAfterMs?: number } = {}): Script {
  const script = build('wait for cancel', { kind: 'rejected', rejection: cancelledRejection }, truthful, options);
  return { ...script, afterMs: null, onCancel: { kind: 'stop', afterMs: options.grantAfterMs ?? 50 } };
}

/** Nothing happens until cancelAction; but the guest's card was already in, and the approval comes first. */
export function approveDespiteCancel(options: ApproveOptions & { readonly approveAfterMs?: number } = {}): Script {
  const script = build('approve despite cancel', approved(options), truthful, options);
  return { ...script, afterMs: null, onCancel: { kind: 'approve', afterMs: options.approveAfterMs ?? 50 } };
}

/** Charged, and the connection dies before, within or after the answer. */
export function approveThenCut(at: CutPoint, options: ApproveOptions & { readonly how?: 'reset' | 'fin' } = {}): Script {
  return build(`approve, cut ${at}`, approved(options), truthful, {
    ...options,
    delivery: { kind: 'cut', at, how: options.how ?? 'reset' },
  });
}

export function neverAnswer(options: ApproveOptions & HiddenTruth = {}): Script {
  const truth = options.truth === undefined ? approved(options) : hidden(options.truth);
  return build('never answer', truth, truthful, { ...options, delivery: { kind: 'never' } });
}

export function slowDrip(options: ApproveOptions & { readonly everyMs?: number; readonly bytesAtOnce?: number } = {}): Script {
  const delivery: Delivery = { kind: 'drip', everyMs: options.everyMs ?? 5, bytesAtOnce: options.bytesAtOnce ?? 16 };
  return build('slow drip', approved(options), truthful, { ...options, delivery });
}

/** Charged, the answer lost, and another desk's transaction becomes the terminal's latest before a lookup. */
export function otherDeskInBetween(options: ApproveOptions & { readonly other?: Partial<OtherDeskScript> } = {}): Script {
  const other: OtherDeskScript = { afterMs: 0, amountMinor: 990, orderId: 'OTHER-DESK-1', outcome: 'approved', ...options.other };
  const lost: Delivery = { kind: 'cut', at: 'before', how: 'reset' };
  return build('other desk in between', approved(options), truthful, { delivery: lost, ...options, otherDesk: [other] });
}

/** Runs until the test calls `release`. A cancelAction is logged and does nothing unless `onCancel` says otherwise. */
export function hold(options: CommonOptions = {}): Script {
  const script = build('hold', { kind: 'rejected', rejection: plainRejection }, truthful, options, { kind: 'ignore' });
  return { ...script, afterMs: null };
}

/** Any body: contradicting elements, an array too many, a cut JSON. Unclear unless the test says otherwise. */
export function answerWith(
  body: unknown,
  options: CommonOptions & HiddenTruth & { readonly says?: Said; readonly contentType?: string } = {},
): Script {
  const answer = canned(options.status ?? 200, body, options.says ?? 'unclear', options.contentType);
  return build('given answer', hidden(options.truth ?? 'nothing'), answer, options);
}
