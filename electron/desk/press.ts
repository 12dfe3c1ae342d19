import type { Terminal } from '../../shared/terminal.ts';
import type { PaymentFacts } from '../payments/core/facts.ts';

/** What the desk asked for. Amounts in minor units. */
export type Wanted = Pick<PaymentFacts, 'amountMinor' | 'reference' | 'originalId'> & { readonly kind: 'sale' | 'refund' | 'void' };

/** This PC's terminal as a screen names it. */
export type Shown = Pick<Terminal, 'terminalId' | 'name'> | null;

/** What stood on the screen when somebody pressed. A payment that begins belongs to this, and to nothing that came after. */
export type Press = {
  readonly wanted: Wanted;
  /** Where it goes. */
  readonly terminal: Terminal;
  /** This PC's own terminal. */
  readonly chosen: Shown;
  readonly operator: string | null;
};

const isSameTerminal = (a: Terminal, b: Terminal): boolean =>
  a.terminalId === b.terminalId && a.name === b.name && a.location === b.location && a.pointOfSale === b.pointOfSale;

const isSameShown = (a: Shown, b: Shown): boolean => a?.terminalId === b?.terminalId && a?.name === b?.name;

export const isSameWish = (a: Wanted, b: Wanted): boolean =>
  a.kind === b.kind && a.amountMinor === b.amountMinor && a.reference === b.reference && a.originalId === b.originalId;

/**
 * What has changed since somebody pressed, or since they were asked: nothing may be sent then. A void goes to its sale's own
 * terminal, whatever this PC's is.
 */
export function changedSince(press: Press, now: Press): 'terminal-changed' | 'form-changed' | null {
  if (!isSameTerminal(press.terminal, now.terminal)) return 'terminal-changed';
  if (press.wanted.kind !== 'void' && !isSameShown(press.chosen, now.chosen)) return 'terminal-changed';
  return isSameWish(press.wanted, now.wanted) ? null : 'form-changed';
}
