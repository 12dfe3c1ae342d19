import type { Ending, Scenario } from './scenario.ts';

const approval: Ending = { kind: 'approved', charge: 'as-asked', verification: 'pin', paysIn: 'EUR' };
const noFunds: Ending = { kind: 'declined', responseCode: '51', why: 'insufficient-funds', status: 400 };
const normalCourse = { kind: 'serves', onCancel: 'obeys', delivery: 'answered' } as const;

/** All scenarios of the virtual terminals: what happens, and what the ledger then holds. */
export const scenarios = {
  approves: {
    ...normalCourse,
    plays: 'The guest pays by PIN in 6 s. Cancelling works until the last second. Charged as asked.',
    guestTakesMs: 6_000,
    ending: approval,
  },
  'approves-contactless': {
    ...normalCourse,
    plays: 'The guest taps a telephone after 4 s. Charged as asked.',
    guestTakesMs: 4_000,
    ending: { kind: 'approved', charge: 'as-asked', verification: 'consumer-device', paysIn: 'EUR' },
  },
  'approves-slowly': {
    ...normalCourse,
    plays: 'The guest looks for the card and pays after 60 s. Charged as asked.',
    guestTakesMs: 60_000,
    ending: approval,
  },
  'asks-signature': {
    ...normalCourse,
    plays: 'Approved after 8 s with CVM 1: the guest must sign the receipt. Charged as asked.',
    guestTakesMs: 8_000,
    ending: { kind: 'approved', charge: 'as-asked', verification: 'signature', paysIn: 'EUR' },
  },
  'adds-tip': {
    ...normalCourse,
    plays: 'The guest adds a tip of a tenth at the terminal. Charged more than asked.',
    guestTakesMs: 8_000,
    ending: { kind: 'approved', charge: 'with-tip', verification: 'pin', paysIn: 'EUR' },
  },
  'adds-surcharge': {
    ...normalCourse,
    plays: 'The terminal adds a card fee of 0,50. Charged more than asked.',
    guestTakesMs: 6_000,
    ending: { kind: 'approved', charge: 'with-surcharge', verification: 'pin', paysIn: 'EUR' },
  },
  'approves-half': {
    ...normalCourse,
    plays: 'A prepaid card covers half: partial approval. Charged less than asked.',
    guestTakesMs: 6_000,
    ending: { kind: 'approved', charge: 'half', verification: 'pin', paysIn: 'EUR' },
  },
  'pays-in-kronor': {
    ...normalCourse,
    plays: 'The guest chooses to pay in Swedish kronor (DCC in OptionalData). Charged as asked, in euros.',
    guestTakesMs: 7_000,
    ending: { kind: 'approved', charge: 'as-asked', verification: 'pin', paysIn: 'SEK' },
  },
  'declines-funds': {
    ...normalCourse,
    plays: 'The issuer declines with 51 (no funds) after 6 s, as a 400. Not charged.',
    guestTakesMs: 6_000,
    ending: noFunds,
  },
  'declines-expired': {
    ...normalCourse,
    plays: 'Declined with 54 (expired card) after 5 s, as a 200 whose record says Result 2. Not charged.',
    guestTakesMs: 5_000,
    ending: { kind: 'declined', responseCode: '54', why: 'expired-card', status: 200 },
  },
  'guest-stops': {
    ...normalCourse,
    plays: 'The guest presses stop at the terminal after 5 s. Not charged.',
    guestTakesMs: 5_000,
    ending: { kind: 'cancelled', by: 'guest' },
  },
  'nobody-pays': {
    ...normalCourse,
    plays: 'Nobody pays. Our cancelAction at 120 s ends it; failing that, the terminal gives up at 125 s. Not charged.',
    guestTakesMs: 125_000,
    ending: { kind: 'timed-out' },
  },
  'nobody-pays-shortened': {
    ...normalCourse,
    plays: 'Nobody pays and the terminal itself gives up after 15 s instead of 120, with a time-out text. Not charged.',
    guestTakesMs: 15_000,
    ending: { kind: 'timed-out' },
  },
  'pays-although-cancelled': {
    kind: 'serves',
    plays: 'The guest takes 20 s; a cancel in that time is answered 200, and the approval wins 2 s later. Charged as asked.',
    guestTakesMs: 20_000,
    ending: approval,
    onCancel: 'pays-anyway',
    delivery: 'answered',
  },
  'unknown-99': {
    kind: 'serves',
    plays: 'The POST answers Result 99 after 6 s; a lookup with our orderId proves the approval. Charged as asked.',
    guestTakesMs: 6_000,
    ending: approval,
    onCancel: 'obeys',
    delivery: 'unknown-99',
  },
  'answer-lost': {
    kind: 'serves',
    plays: 'Approved after 6 s, but the socket is destroyed; a lookup with our orderId proves it. Charged as asked.',
    guestTakesMs: 6_000,
    ending: approval,
    onCancel: 'obeys',
    delivery: 'lost',
  },
  'answer-lost-other-desk': {
    kind: 'serves',
    plays: 'Approved, the answer is lost, and another desk sells there first: a lookup shows a foreign orderId. Charged as asked.',
    guestTakesMs: 6_000,
    ending: approval,
    onCancel: 'obeys',
    delivery: 'lost-then-other-desk',
  },
  'answer-lost-keyed-by-hand': {
    kind: 'serves',
    plays:
      'Declined, the answer is lost, and a colleague keys the same sum by hand: a lookup shows it approved without orderId. Not charged by us.',
    guestTakesMs: 6_000,
    ending: noFunds,
    onCancel: 'obeys',
    delivery: 'lost-then-keyed-by-hand',
  },
  'decline-lost': {
    kind: 'serves',
    plays: 'Declined, but the socket is destroyed; a lookup shows a rejection that nothing ties to us. Not charged.',
    guestTakesMs: 6_000,
    ending: noFunds,
    onCancel: 'obeys',
    delivery: 'lost',
  },
  hangs: {
    kind: 'serves',
    plays: 'The terminal hangs: no answer, cancelAction changes nothing, the socket dies after 330 s. Not charged.',
    guestTakesMs: 330_000,
    ending: { kind: 'timed-out' },
    onCancel: 'ignores',
    delivery: 'lost',
  },
  occupied: {
    kind: 'occupied',
    plays: "Another desk's payment is always running there: 400 or 409, busy. Not charged.",
  },
  'not-connected': {
    kind: 'absent',
    listed: true,
    plays: 'Listed by Nets but switched off: 8013 when used. Not charged.',
  },
  unlisted: {
    kind: 'absent',
    listed: false,
    plays: 'An id that Nets does not know: not listed, 8013 when used. Not charged.',
  },
} as const satisfies Record<string, Scenario>;

export type ScenarioId = keyof typeof scenarios;
