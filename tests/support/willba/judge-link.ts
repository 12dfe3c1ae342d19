import { createHmac } from 'node:crypto';

/** What a link asks for, as Willba meant it. */
export interface Asked {
  readonly id: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly reference: string;
  readonly guest: string | null;
  readonly operator: string | null;
}

/**
 * What the contract says of a link. `good`: it asks for exactly this. `bad`: it does nothing. `open`: the contract leaves it open whether it
 * is taken, but if it is, it asks for this id and this sum.
 */
export type LinkVerdict = { readonly is: 'good' | 'open'; readonly asked: Asked } | { readonly is: 'bad'; readonly why: string };

export interface LinkCircumstances {
  readonly keys: readonly string[];
  readonly currency: string;
  readonly nowMs: number;
}

const NAMES = ['amount', 'currency', 'reference', 'guest', 'operator', 'id', 'exp'];
const MAX_AMOUNT_MINOR = 99_999_999;
const LONGEST_TEXT = 80;
const LONGEST_ID = 64;
/** A link longer than this holds more than the longest texts can take. */
const LONG = 4_096;
const VERY_LONG = 16_000;

class Bad extends Error {}
const refuse = (why: string): never => {
  throw new Bad(why);
};

/** Judges a link by `interfaces.md` alone. Written without a look at the program's reader. */
export function judgeLink(link: string, circumstances: LinkCircumstances): LinkVerdict {
  const doubts: string[] = [];
  try {
    const asked = readAsked(link, circumstances, (doubt) => doubts.push(doubt));
    return { is: doubts.length === 0 ? 'good' : 'open', asked };
  } catch (error) {
    if (error instanceof Bad) return { is: 'bad', why: error.message };
    throw error;
  }
}

type Doubt = (why: string) => void;

function readAsked(link: string, { keys, currency, nowMs }: LinkCircumstances, doubt: Doubt): Asked {
  if (link.length > VERY_LONG) refuse('far too long');
  if (link.length > LONG) doubt('long');
  if (/[^!-~]/.test(link)) doubt('characters that belong encoded');
  const [, host = '', signed = '', sig = '', padding = ''] =
    /^willba-pos:\/\/(pay)\/?\?(amount=.*)&sig=([\w-]{43})(=?)$/is.exec(link) ?? refuse('no signed link to pay');
  if (host !== 'pay') doubt('capitals in the host');
  if (padding !== '') doubt('a padded signature');
  const isSigned = keys.some((key) => createHmac('sha256', key).update(signed).digest('base64url') === sig);
  if (!isSigned) refuse('not signed with a key');
  const members = readMembers(signed, doubt);
  return {
    amountMinor: readAmount(members.get('amount') ?? '', doubt),
    currency: readCurrency(members.get('currency'), currency, doubt),
    id: readId(members.get('id'), doubt),
    reference: readTextOf(members, 'reference', doubt) ?? '',
    guest: readTextOf(members, 'guest', doubt),
    operator: readTextOf(members, 'operator', doubt),
    ...expires(members.get('exp'), nowMs, doubt),
  };
}

function readMembers(signed: string, doubt: Doubt): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  for (const member of signed.split('&')) {
    const [name = '', ...rest] = member.split('=');
    if (rest.length !== 1) doubt('a member that is no pair');
    const value = rest.join('=');
    if (value.includes('+')) doubt('a plus sign may be a space');
    if (name !== decoded(name)) doubt('an encoded name');
    if (!NAMES.includes(decoded(name))) doubt('an unknown name');
    if (members.has(decoded(name))) refuse('a name that stands twice');
    members.set(decoded(name), decoded(value));
  }
  return members;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return refuse('percent signs that encode nothing');
  }
}

function readAmount(text: string, doubt: Doubt): number {
  if (!/^\d+$/.test(text)) refuse('no whole number of minor units');
  if (text.startsWith('0')) doubt('leading zeros');
  const amountMinor = Number(text);
  if (!(amountMinor > 0 && amountMinor <= MAX_AMOUNT_MINOR)) refuse('a sum that nobody can charge');
  return amountMinor;
}

function readCurrency(text: string | undefined, currency: string, doubt: Doubt): string {
  if (text === undefined || text.toUpperCase() !== currency) return refuse('another currency');
  if (text !== currency) doubt('small letters');
  return currency;
}

function expires(text: string | undefined, nowMs: number, doubt: Doubt): object {
  if (text === undefined || !/^\d+$/.test(text)) refuse('no time of expiry');
  const ms = Number(text) * 1_000;
  if (Math.abs(ms - nowMs) < 3_000) doubt('it expires just now');
  else if (ms < nowMs) refuse('expired');
  if (Number(text) > 9_999_999_999 || /^0\d/.test(text ?? '')) doubt('hardly a number of seconds');
  return {};
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

function readId(id: string | undefined, doubt: Doubt): string {
  if (id === undefined || id === '') return refuse('no id');
  expectPlain(id, LONGEST_ID, doubt);
  if (id !== tidied(id) || /[^!-~]/.test(id)) doubt('an id that is not plain');
  if (!UUID.test(id) && digitsOf(id).length >= 13) doubt('an id that looks like a card number');
  return tidied(id);
}

function readTextOf(members: ReadonlyMap<string, string>, name: string, doubt: Doubt): string | null {
  const text = members.get(name);
  if (text === undefined) {
    if (name === 'reference') doubt('no reference, not even an empty one');
    return null;
  }
  expectPlain(text, LONGEST_TEXT, doubt);
  if (isCardNumber(text)) refuse('a card number');
  if (digitsOf(text).length >= 13) doubt('digits that may be a card number');
  const tidy = tidied(text);
  if (tidy === '' && name !== 'reference') doubt('an empty name');
  return tidy === '' && name !== 'reference' ? null : tidy;
}

const tidied = (text: string): string => text.normalize('NFC').trim();

function expectPlain(text: string, longest: number, doubt: Doubt): void {
  const tidy = tidied(text);
  if ([...tidy].length > longest) refuse('a text that is too long');
  if (tidy.length > longest) doubt('longer in one way of counting');
  if (/\p{Cc}/u.test(tidy)) refuse('a control character');
  // The joiner is part of some emoji, and of some scripts.
  if (/\p{Cf}|\p{Zl}|\p{Zp}/u.test(tidy.replaceAll('\u200d', ''))) refuse('a character that nobody sees');
  if (text !== text.trim() || /[\u200d\p{Default_Ignorable_Code_Point}\p{Cn}\p{Co}]/u.test(text)) doubt('characters of doubtful use');
}

const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\P{Nd}/gu, '');

/** Sixteen digits that pass Luhn, in one piece or in groups of four. What else may be one is in doubt. */
function isCardNumber(text: string): boolean {
  return [...text.matchAll(/(?<!\d)\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}(?!\d)/g)].some(([found]) => {
    const digits = [...found.replace(/\D/g, '')].map(Number);
    const sum = digits.reduce((total, digit, index) => total + (index % 2 === 0 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit), 0);
    return sum % 10 === 0;
  });
}
