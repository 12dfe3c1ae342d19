import type { Terminal } from '../../shared/terminal.ts';
import type { PaymentFacts } from '../payments/core/facts.ts';

/** What is to be sent. Amounts are in minor units. */
export type Wanted = Pick<PaymentFacts, 'amountMinor' | 'reference' | 'originalId' | 'requestId'> & {
  readonly kind: 'sale' | 'refund' | 'void';
};

/** This PC's terminal as the window shows it; null for none. */
export type Shown = Pick<Terminal, 'terminalId' | 'name'> | null;

/** What was on the screen when the operator pressed. The payment is made from this, not from what changed later. */
export type Press = {
  readonly wanted: Wanted;
  /** The terminal that it is sent to. */
  readonly terminal: Terminal;
  /** This PC's own terminal. */
  readonly chosen: Shown;
  readonly operator: string | null;
};

/** A press of which maybe only this is known: what it asks for, or its terminal, cannot be read yet. */
export type Pressed = Pick<Press, 'chosen' | 'operator'> & Partial<Press>;

const isSameTerminal = (a: Terminal, b: Terminal): boolean =>
  a.terminalId === b.terminalId && a.name === b.name && a.location === b.location && a.pointOfSale === b.pointOfSale;

const isSameShown = (a: Shown, b: Shown): boolean => a?.terminalId === b?.terminalId && a?.name === b?.name;

export const isSameWish = (a: Wanted, b: Wanted): boolean =>
  a.kind === b.kind &&
  a.amountMinor === b.amountMinor &&
  a.reference === b.reference &&
  a.originalId === b.originalId &&
  a.requestId === b.requestId;

/**
 * What has changed since the press, or since the operator was asked; null for nothing. After a change nothing may be sent. A void goes to
 * the terminal of its sale, so a change of this PC's terminal does not matter.
 */
export function changedSince(press: Press, now: Press): 'terminal-changed' | 'form-changed' | null {
  if (!isSameTerminal(press.terminal, now.terminal)) return 'terminal-changed';
  if (press.wanted.kind !== 'void' && !isSameShown(press.chosen, now.chosen)) return 'terminal-changed';
  return isSameWish(press.wanted, now.wanted) ? null : 'form-changed';
}
