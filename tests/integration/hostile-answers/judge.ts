import { createHash } from 'node:crypto';
import type { WireEvidence } from '../../../electron/payments/core/outcome.ts';
import { type Answer, bodySeen } from './answers.ts';
import { membersOf, objectsIn, parsed } from './json-text.ts';

/** The body as the client told that it saw it; null where it saw none, and where nobody sent such a one. */
export function seenBy({ status, bodyBytes, bodySha256 }: WireEvidence, answer: Answer): string | null {
  if (status === null) return null;
  return bodySeen(answer, (bytes) => createHash('sha256').update(bytes).digest('hex') === bodySha256, bodyBytes);
}

/** The rules of `nets-connect-cloud.md` once more, written another way: what may be said of a body, at most. */
export type Allowed = {
  /** The amounts that may be called approved. */
  readonly approved: readonly number[];
  readonly rejected: boolean;
  /** An order id stands there, and none that is not ours. */
  readonly namesOurs: boolean;
};

export function allowedBy(root: unknown, ours: string): Allowed {
  const objects = objectsIn(root);
  const all = (name: string): readonly unknown[] => objects.flatMap((members) => (members.has(name) ? [members.get(name)] : []));
  const results = all('Result');
  const ids = ['orderId', 'OrderId', 'OrderID', 'orderID'].flatMap(all).filter((id) => id !== null && !isBlank(id));
  const amounts = objects.filter((members) => is(0, members.get('Result'))).map((members) => amountOf(members.get('TotalAmount')));
  const onlyOurs = ids.every((id) => typeof id === 'string' && id.trim() === ours);
  const only = (code: number): boolean => results.length > 0 && results.every((each) => is(code, each)) && onlyOurs;
  return {
    approved: only(0) && !amounts.includes(null) ? amounts.filter((amount) => amount !== null) : [],
    rejected: only(2),
    namesOurs: ids.length > 0 && onlyOurs,
  };
}

/** A failure that says something stands beside the result: an answer to our own request contradicts itself so. */
export function saysFailureBeside(root: unknown): boolean {
  const members = membersOf(root);
  const failure = members?.get('failure');
  const said = membersOf(failure)?.get('error') ?? failure;
  return members?.has('result') === true && typeof said === 'string' && !isBlank(said);
}

/** What a body may be called that holds no record, not even one that nobody can read. */
export function refusalsIn(text: string, status: number): readonly string[] {
  const root = parsed(text);
  const isRecord = (value: unknown): boolean => value !== undefined && value !== null && !isBlank(value) && membersOf(value)?.size !== 0;
  const holdsRecord = objectsIn(root).some((members) => members.has('Result') || isRecord(members.get('localModeEventArgs')));
  if (membersOf(root) === null || holdsRecord) return [];
  return [
    ...(/busy/.test(text) ? ['busy'] : []),
    ...(/8013|Invalid terminal ID/.test(text) ? ['not-connected', 'unknown-terminal'] : []),
    ...(status === 401 || status === 403 ? ['not-authorised'] : []),
  ];
}

const is = (code: number, value: unknown): boolean => Object.is(value, code) || value === String(code);
const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';

function amountOf(value: unknown): number | null {
  const isText = typeof value === 'string' && /^[0-9]{1,9}$/.test(value);
  const amount = isText ? Number(value) : value;
  return typeof amount === 'number' && Number.isSafeInteger(amount) && amount > 0 ? amount : null;
}
