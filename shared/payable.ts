import type { Terminal } from './terminal.ts';

/** A record without a usable Nets id has one that begins so: nothing can be sent to it. */
const hasUsableId = (terminal: Pick<Terminal, 'terminalId'>): boolean => !terminal.terminalId.startsWith('#');

/** Only the customer's own "no" and a record that names no terminal forbid a payment; every light merely advises. */
export const isPayable = (terminal: Pick<Terminal, 'terminalId' | 'active'>): boolean => terminal.active && hasUsableId(terminal);
