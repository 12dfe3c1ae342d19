import { createHmac, timingSafeEqual } from 'node:crypto';
import { holdsCardNumber } from '../../shared/card-number.ts';
import type { LinkProblem, PaymentRequest } from '../../shared/ipc/requests.ts';
import { MAX_AMOUNT_MINOR } from '../../shared/money.ts';
import { MAX_REFERENCE_LENGTH, readText } from '../../shared/reference.ts';
import { failed, ok, type Result } from '../../shared/result.ts';

/** Three texts of 80 characters, each of them written as twelve, and the rest of the link. */
export const LONGEST_LINK = 4096;

/** What a link is judged by. */
export type LinkRules = {
  /** The newest first; any of them may have signed. */
  readonly keys: readonly string[];
  /** The property's currency. */
  readonly currency: string;
  /** This PC's clock, in milliseconds since 1970. */
  readonly now: number;
  /** Nets' clock minus this PC's, in milliseconds; null if it is not known. */
  readonly clockOffset: number | null;
};

const NEEDED = ['amount', 'currency', 'reference', 'id', 'exp'] as const;
const LENGTHS = { reference: MAX_REFERENCE_LENGTH, guest: 80, operator: 80 } as const;

/**
 * Reads a link by which Willba asks for a payment (`interfaces.md`). Nothing of it is read before its signature was found good: until then
 * anybody may have written it.
 */
export function readPaymentLink(link: string, rules: LinkRules): Result<PaymentRequest, LinkProblem> {
  if (link.length > LONGEST_LINK) return failed('too-long');
  const [, signed, signature] = /^willba-pos:\/\/pay\/?\?(amount=[^\s\p{Cc}#]*?)&sig=([^\s\p{Cc}]*)$/iu.exec(link) ?? [];
  if (signed === undefined || signature === undefined) return failed('not-a-link');
  if (!isSigned(signed, signature, rules.keys)) return failed('signature');
  const members = readMembers(signed);
  if (!members.ok) return members;
  const request = readRequest(members.value, rules.currency);
  if (!request.ok) return request;
  const expired = expiryProblem(members.value.get('exp') ?? '', rules);
  return expired === null ? request : failed(expired);
}

/** Every key is tried, and each compared in the same time, so that the time tells nothing about a signature. */
function isSigned(signed: string, signature: string, keys: readonly string[]): boolean {
  const given = Buffer.from(signature.replace(/=$/, ''));
  const fits = keys.map((key) => {
    const right = Buffer.from(createHmac('sha256', key).update(signed).digest('base64url'));
    return given.length === right.length && timingSafeEqual(given, right);
  });
  return fits.includes(true);
}

/** Members that are not known here are signed as well: a newer Willba may add some. */
function readMembers(signed: string): Result<ReadonlyMap<string, string>, LinkProblem> {
  const members = new Map<string, string>();
  for (const pair of signed.split('&')) {
    const at = pair.indexOf('=');
    const name = decoded(pair.slice(0, at < 0 ? undefined : at));
    const value = decoded(at < 0 ? '' : pair.slice(at + 1));
    if (name === null || value === null) return failed('malformed');
    if (members.has(name)) return failed('repeated');
    members.set(name, value);
  }
  return NEEDED.every((name) => members.has(name)) ? ok(members) : failed('incomplete');
}

/** Both ways of writing a query make `%2B` of a plus, so that a bare one is a space. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

function readRequest(members: ReadonlyMap<string, string>, deskCurrency: string): Result<PaymentRequest, LinkProblem> {
  const amount = members.get('amount') ?? '';
  const amountMinor = /^[1-9]\d{0,9}$/.test(amount) ? Number(amount) : 0;
  if (amountMinor < 1 || amountMinor > MAX_AMOUNT_MINOR) return failed('amount');
  const currency = members.get('currency') ?? '';
  if (currency !== deskCurrency) return failed('currency');
  const read = (name: keyof typeof LENGTHS) => readText(members.get(name) ?? '', { maxLength: LENGTHS[name], required: false });
  const [reference, guest, operator] = [read('reference'), read('guest'), read('operator')];
  const id = readId(members.get('id') ?? '');
  if (!reference.ok || !guest.ok || !operator.ok || id === null) {
    const holdsCard = [reference, guest, operator].some((text) => !text.ok && text.error === 'card-number');
    return failed(holdsCard ? 'card-number' : 'text');
  }
  return ok({
    id,
    amountMinor,
    currency,
    reference: reference.value,
    guest: guest.value || null,
    operator: operator.value || null,
  });
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Digits with a letter among them are no card number. Those of a UUID look like one by chance, once in some hundreds. */
function readId(text: string): string | null {
  if (!/^[\x21-\x7e]{1,64}$/.test(text)) return null;
  return UUID.test(text) || !text.split(/[a-z]+/i).some(holdsCardNumber) ? text : null;
}

/** The year 5138. More are milliseconds in the place of seconds, and such a link would never expire. */
const LARGEST_EXP = 100_000_000_000;

/** Judged by this PC's clock. If Nets' clock says otherwise, it is this one that is wrong, and the desk is told. */
function expiryProblem(exp: string, { now, clockOffset }: LinkRules): LinkProblem | null {
  if (!/^\d{1,15}$/.test(exp)) return 'malformed';
  if (Number(exp) > LARGEST_EXP) return 'malformed';
  const until = Number(exp) * 1000;
  if (now <= until) return null;
  return clockOffset !== null && now + clockOffset <= until ? 'expired-by-wrong-clock' : 'expired';
}
