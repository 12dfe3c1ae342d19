import { z } from 'zod';
import type { Card } from '../../shared/payment.ts';
import type { PaymentEvent } from '../payments/core/events.ts';
import type { LookupAnswer, WireEvidence } from '../payments/core/outcome.ts';
import type { PaymentState, Settlement } from '../payments/core/state.ts';
import type { JournalRow } from '../payments/ports.ts';

/** The same type without any card. If the core adds another place for a card, the code below that removes cards does not compile. */
export type Cardless<T> = T extends object ? { [K in keyof T]: K extends 'card' ? null : Cardless<T[K]> } : T;

/** One row of `card_data`: the card of one place in a row (migrations/0008-card-data-apart.ts). */
export type CardDatum = {
  readonly place: 'event' | 'state' | 'evidence' | 'event-word' | 'state-word';
  /** Null for a person's word, which has the digits only. */
  readonly brand: string | null;
  readonly last4: string | null;
  /** The order id in a lookup's record; null for other places. */
  readonly orderId: string | null;
};

/** The form in which the desk writes it: `receipt ····1234` (desk/persons-word.ts). */
const WORD = /^(.* ····)([0-9]{4})$/s;

/** Splits a row into the part that is appended and its card data. */
export function takeCards({ at, event, state, evidence }: JournalRow) {
  const cards: CardDatum[] = [];
  const orderId = answerOf(event)?.record.orderId ?? null;
  const add = (place: CardDatum['place'], card: Card | null, named: string | null = null): void => {
    if (card !== null) cards.push({ place, ...card, orderId: named });
  };
  const wordless = (place: CardDatum['place'], settlement: Settlement): Settlement => {
    const [, kept, last4] = WORD.exec(settlement.evidence) ?? [];
    if (kept === undefined || last4 === undefined) return settlement;
    cards.push({ place, brand: null, last4, orderId: null });
    return { ...settlement, evidence: kept };
  };

  add('event', cardOfEvent(event), orderId);
  add('state', cardOfState(state));
  add('evidence', evidence?.record?.card ?? null, answerOf(event) === null ? null : (evidence?.record?.orderId ?? null));
  const row = {
    at,
    event: eventWithoutCard(event, (settlement) => wordless('event-word', settlement)),
    state: stateWithoutCard(state, (settlement) => wordless('state-word', settlement)),
    evidence: evidence === null ? null : { ...withoutReceipts(evidence), record: withoutCard(evidence.record) },
  } satisfies Cardless<JournalRow>;
  return { row, cards };
}

function withoutReceipts({ receipts: _apart, ...evidence }: WireEvidence): Omit<WireEvidence, 'receipts'> {
  return evidence;
}

/** Null also if a lookup brought no record. */
function answerOf(event: PaymentEvent): Extract<LookupAnswer, { kind: 'record' }> | null {
  const isLook = event.type === 'looked-up' || event.type === 'original-looked-up';
  return isLook && event.answer.kind === 'record' ? event.answer : null;
}

function cardOfEvent(event: PaymentEvent): Card | null {
  if (event.type === 'answered') return event.outcome.kind === 'approved' ? event.outcome.approval.card : null;
  return answerOf(event)?.record.card ?? null;
}

const cardOfState = (state: PaymentState): Card | null =>
  state.name === 'approved' ? state.card : state.name === 'settled-by-person' ? (state.approval?.card ?? null) : null;

function withoutCard<T extends { readonly card: Card | null }>(some: T | null): (Omit<T, 'card'> & { card: null }) | null {
  return some === null ? null : { ...some, card: null };
}

type Wordless = (settlement: Settlement) => Settlement;

function stateWithoutCard(state: PaymentState, wordless: Wordless): Cardless<PaymentState> {
  switch (state.name) {
    case 'approved':
      return { ...state, card: null };
    case 'settled-by-person':
      return { ...state, settlement: wordless(state.settlement), approval: withoutCard(state.approval) };
    default:
      return state;
  }
}

function eventWithoutCard(event: PaymentEvent, wordless: Wordless): Cardless<PaymentEvent> {
  switch (event.type) {
    case 'answered': {
      const { outcome } = event;
      return { ...event, outcome: outcome.kind === 'approved' ? { ...outcome, approval: { ...outcome.approval, card: null } } : outcome };
    }
    case 'looked-up':
    case 'original-looked-up': {
      const { answer } = event;
      return { ...event, answer: answer.kind === 'record' ? { ...answer, record: { ...answer.record, card: null } } : answer };
    }
    case 'settled':
      return { ...event, settlement: wordless(event.settlement) };
    default:
      return event;
  }
}

const datum = z.object({ brand: z.string().nullable(), last4: z.string().nullable() });
const dataSchema = z.partialRecord(z.enum(['event', 'state', 'evidence', 'event-word', 'state-word']), datum);
export type CardData = z.infer<typeof dataSchema>;

/** Reads the result of {@link cardsOf}. Null: an older schema without the table, whose JSON still holds the card. */
export const readCardData = (json: string | null): CardData => (json === null || json === '{}' ? {} : dataSchema.parse(JSON.parse(json)));

/** SQL that selects the card data of one event as one JSON text. @param eventNumber SQL too */
export const cardsOf = (eventNumber: string): string =>
  `(SELECT json_group_object(place, json_object('brand', brand, 'last4', last4)) FROM card_data WHERE event_number = ${eventNumber}) AS cards`;

/** If the card data was erased, the card reads as null and a person's word ends with its dots. */
const cardIn = (found: CardData['state'], stored: Card | null): Card | null =>
  found === undefined || found.brand === null ? stored : { brand: found.brand, last4: found.last4 };

const worded = (settlement: Settlement, found: CardData['state']): Settlement =>
  found === undefined ? settlement : { ...settlement, evidence: settlement.evidence + (found.last4 ?? '') };

export function giveStateItsCard(state: PaymentState, data: CardData): PaymentState {
  switch (state.name) {
    case 'approved':
      return { ...state, card: cardIn(data.state, state.card) };
    case 'settled-by-person': {
      const { approval } = state;
      return {
        ...state,
        settlement: worded(state.settlement, data['state-word']),
        approval: approval === null ? null : { ...approval, card: cardIn(data.state, approval.card) },
      };
    }
    default:
      return state;
  }
}

export function giveEventItsCard(event: PaymentEvent, data: CardData): PaymentEvent {
  switch (event.type) {
    case 'answered': {
      if (event.outcome.kind !== 'approved') return event;
      const { approval } = event.outcome;
      return { ...event, outcome: { ...event.outcome, approval: { ...approval, card: cardIn(data.event, approval.card) } } };
    }
    case 'looked-up':
    case 'original-looked-up': {
      if (event.answer.kind !== 'record') return event;
      const { record } = event.answer;
      return { ...event, answer: { ...event.answer, record: { ...record, card: cardIn(data.event, record.card) } } };
    }
    case 'settled':
      return { ...event, settlement: worded(event.settlement, data['event-word']) };
    default:
      return event;
  }
}

export function giveEvidenceItsCard(evidence: WireEvidence, data: CardData): WireEvidence {
  const { record } = evidence;
  return record === null ? evidence : { ...evidence, record: { ...record, card: cardIn(data.evidence, record.card) } };
}
