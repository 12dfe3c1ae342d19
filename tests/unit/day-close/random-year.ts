import fc from 'fast-check';
import type { PaymentFacts } from '../../../electron/payments/core/facts.ts';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import type { JournalledPayment } from '../../../electron/payments/ports.ts';
import { saleFacts, settlement } from '../payments/sale-facts.ts';
import type { Move } from './ledger.ts';

/** Moments at which days, months and clocks change, and the minutes around them. */
const EDGES = [
  '2026-03-29T01:00:00.000Z', // the clocks go forward in Helsinki
  '2026-10-25T01:00:00.000Z', // and back
  '2026-01-31T22:00:00.000Z', // midnight at the end of January
  '2026-02-28T22:00:00.000Z',
  '2026-12-31T22:00:00.000Z',
  '2026-06-30T21:00:00.000Z',
  '2026-11-23T02:00:00.000Z', // four in the morning
  '2026-11-22T22:00:00.000Z',
];
const nearAnEdge = fc
  .tuple(fc.constantFrom(...EDGES), fc.integer({ min: -7 * 3_600_000, max: 7 * 3_600_000 }))
  .map(([edge, off]) => Date.parse(edge) + off);
const onAnEdge = fc.tuple(fc.constantFrom(...EDGES), fc.constantFrom(-1, 0, 1)).map(([edge, off]) => Date.parse(edge) + off);
const inTheYear = fc.integer({ min: Date.parse('2026-01-01T00:00:00.000Z'), max: Date.parse('2026-12-31T23:59:59.999Z') });

/** What happened, in words of the desk. */
const act = fc.record({
  at: fc.oneof({ weight: 4, arbitrary: nearAnEdge }, { weight: 2, arbitrary: onAnEdge }, { weight: 2, arbitrary: inTheYear }),
  terminal: fc.constantFrom('71000001', '71000002', '71000003'),
  what: fc.constantFrom('purchase', 'purchase', 'purchase', 'return', 'void', 'by-hand'),
  asked: fc.integer({ min: 1, max: 99_999 }),
  tip: fc.constantFrom(0, 0, 100, 250),
  surcharge: fc.constantFrom(0, 0, 35),
  /** Part of what was asked, in hundredths: the card had no more. */
  part: fc.constantFrom(100, 100, 100, 50, 1),
  how: fc.constantFrom(
    'proven',
    'proven',
    'proven',
    'said-charged',
    'said-not',
    'said-and-proven',
    'declined',
    'lost',
    'waiting',
    'nothing',
  ),
});

export type Year = { readonly payments: readonly JournalledPayment[]; readonly moves: readonly Move[] };

/** Payments of a year as the journal has them, and beside them what a ledger at the terminals says of the same acts. */
export const randomYear: fc.Arbitrary<Year> = fc.array(act, { maxLength: 60 }).map((acts) => {
  const payments: JournalledPayment[] = [];
  const moves: Move[] = [];
  for (const [index, { at, terminal, what, asked, tip, surcharge, part, how }] of acts.entries()) {
    const kind = ({ purchase: 'sale', return: 'refund', void: 'void', 'by-hand': 'manual' } as const)[what];
    const byHand = what === 'by-hand';
    const extras = what === 'purchase' ? { tip, surcharge } : { tip: 0, surcharge: 0 };
    const taken = what === 'purchase' ? Math.max(1, Math.floor((asked * part) / 100)) : asked;
    const charged = taken + extras.tip + extras.surcharge;
    const approval = { chargedMinor: charged, tipMinor: extras.tip, surchargeMinor: extras.surcharge, stan: null, card: null };
    const facts: PaymentFacts = {
      ...saleFacts,
      id: `p-${index}`,
      orderId: `o-${index}`,
      kind,
      amountMinor: asked,
      terminalId: byHand ? null : terminal,
      terminalName: byHand ? null : `Pääte ${terminal}`,
    };
    const state = byHand ? ({ name: 'settled-by-person', settlement: settlement(true), approval: null } as const) : stateOf(how, approval);
    payments.push({ facts, state, startedAt: new Date(at).toISOString(), endedAt: null, releasedAt: how === 'waiting' ? 'later' : null });
    const move = { terminalId: facts.terminalId, begunAt: at, what, ...extras };
    if (byHand || how === 'said-charged') moves.push({ ...move, cents: asked, tip: 0, surcharge: 0, onlySaid: true });
    else if (how === 'proven' || how === 'said-and-proven') moves.push({ ...move, cents: charged, onlySaid: false });
  }
  return { payments, moves };
});

type Approved = {
  readonly chargedMinor: number;
  readonly tipMinor: number;
  readonly surchargeMinor: number;
  readonly stan: null;
  readonly card: null;
};

function stateOf(how: string, approval: Approved): PaymentState {
  switch (how) {
    case 'proven':
      return { name: 'approved', proof: 'answer', ...approval };
    case 'said-charged':
      return { name: 'settled-by-person', settlement: settlement(true), approval: null };
    case 'said-not':
      return { name: 'settled-by-person', settlement: settlement(false), approval: null };
    case 'said-and-proven':
      return { name: 'settled-by-person', settlement: settlement(false), approval };
    case 'declined':
      return { name: 'declined', hostCode: '51' };
    case 'lost':
      return { name: 'unresolved', cause: 'answer-lost', hint: null };
    case 'waiting':
      return { name: 'checking', cause: 'answer-lost', lookupsDone: 2, hint: null };
    default:
      return { name: 'refused', reason: 'busy' };
  }
}
