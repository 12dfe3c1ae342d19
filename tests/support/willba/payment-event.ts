/** One exported payment and the event around it, as interfaces.md describes them. */
export interface PaymentData {
  readonly id: string;
  readonly orderId: string;
  readonly requestId: string | null;
  readonly originalId: string | null;
  readonly kind: (typeof KINDS)[number];
  readonly state: (typeof STATES)[number];
  readonly moneyMoved: 'yes' | 'no' | 'unknown';
  readonly released: boolean;
  readonly amountMinor: number;
  readonly chargedMinor: number;
  readonly tipMinor: number;
  readonly surchargeMinor: number;
  readonly currency: string;
  readonly terminalId: string | null;
  readonly terminalName: string | null;
  readonly pointOfSale: string | null;
  readonly reference: string;
  readonly operator: string | null;
  readonly stan: string | null;
  readonly card: { readonly brand: string | null; readonly last4: string | null } | null;
  readonly reason: string | null;
  readonly proof: 'answer' | 'lookup' | 'person' | null;
  readonly settlement: Settlement | null;
  readonly environment: 'production' | 'test' | 'training';
  readonly startedAt: string;
  readonly endedAt: string | null;
}

interface Settlement {
  readonly charged: boolean;
  readonly by: string;
  readonly reason: string;
  readonly evidence: string;
  readonly at: string;
}

export type PaymentEvent =
  | { readonly type: 'payment.updated'; readonly timestamp: string; readonly sequence: number; readonly data: PaymentData }
  | { readonly type: 'payment.test'; readonly timestamp?: string };

const KINDS = ['sale', 'refund', 'void', 'manual'] as const;
const STATES = [
  'created',
  'sent',
  'cancelling',
  'checking',
  'approved',
  'declined',
  'cancelled',
  'timed-out',
  'refused',
  'unresolved',
  'settled-by-person',
] as const;

type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const text: Check = (value) => typeof value === 'string';
const filled: Check = (value) => typeof value === 'string' && value !== '';
const flag: Check = (value) => typeof value === 'boolean';
const matching =
  (form: RegExp): Check =>
  (value) =>
    typeof value === 'string' && form.test(value);
const oneOf =
  (...known: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && known.includes(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const members =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) && wrongMember(value, checks) === null;

/** Amounts are positive; the kind gives the sign. */
const amount: Check = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const moment: Check = (value) => matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/)(value) && !Number.isNaN(Date.parse(String(value)));

const PAYMENT: Readonly<Record<keyof PaymentData, Check>> = {
  id: filled,
  orderId: filled,
  requestId: orNull(filled),
  originalId: orNull(filled),
  kind: oneOf(...KINDS),
  state: oneOf(...STATES),
  moneyMoved: oneOf('yes', 'no', 'unknown'),
  released: flag,
  amountMinor: amount,
  chargedMinor: amount,
  tipMinor: amount,
  surchargeMinor: amount,
  currency: matching(/^[A-Z]{3}$/),
  terminalId: orNull(filled),
  terminalName: orNull(text),
  pointOfSale: orNull(text),
  reference: text,
  operator: orNull(text),
  stan: orNull(filled),
  card: orNull(members({ brand: orNull(text), last4: orNull(matching(/^\d{1,4}$/)) })),
  reason: orNull(matching(/^[a-z]+(?:-[a-z]+)*$|^host-\w+$/)),
  proof: orNull(oneOf('answer', 'lookup', 'person')),
  settlement: orNull(members({ charged: flag, by: text, reason: text, evidence: text, at: moment })),
  environment: oneOf('production', 'test', 'training'),
  startedAt: moment,
  endedAt: orNull(moment),
};

/** Further members are no fault: the contract may grow. */
function wrongMember(value: Record<string, unknown>, checks: Readonly<Record<string, Check>>): string | null {
  const wrong = Object.entries(checks).find(([name, check]) => !(name in value) || !check(value[name]));
  if (wrong === undefined) return null;
  const [name] = wrong;
  return name in value ? `${name} is ${JSON.stringify(value[name])}` : `${name} is missing`;
}

function paymentProblem(data: unknown): string | null {
  if (!isObject(data)) return 'data is no object';
  const wrong = wrongMember(data, PAYMENT);
  if (wrong !== null) return `data.${wrong}`;
  if ((data['settlement'] !== null) !== (data['state'] === 'settled-by-person')) return 'data.settlement does not fit data.state';
  if (data['moneyMoved'] === 'no' && data['chargedMinor'] !== 0) return 'data.chargedMinor is not 0, and no money moved';
  if (data['environment'] === 'training') return 'data.environment is training, which sends nothing';
  return null;
}

/** What is wrong with a parsed body, or null if it is a `PaymentEvent`. */
export function eventProblem(body: unknown): string | null {
  if (!isObject(body)) return 'the body is no object';
  if (body['type'] === 'payment.test') {
    const further = Object.keys(body).filter((name) => name !== 'type' && name !== 'timestamp');
    return further.length === 0 ? null : `payment.test has a ${further.join(' and a ')}`;
  }
  const wrong = wrongMember(body, {
    type: oneOf('payment.updated'),
    timestamp: moment,
    sequence: (value) => Number.isSafeInteger(value) && Number(value) > 0,
  });
  return wrong ?? paymentProblem(body['data']);
}
