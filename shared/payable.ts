import type { Terminal } from './terminal.ts';

/** A record without a usable Nets id has an id that begins with `#`: nothing can be sent to it. */
const hasUsableId = (terminal: Pick<Terminal, 'terminalId'>): boolean => !terminal.terminalId.startsWith('#');

/** A payment is forbidden only if the customer made the terminal inactive or its record has no usable id. The lights only advise. */
export const isPayable = (terminal: Pick<Terminal, 'terminalId' | 'active'>): boolean => terminal.active && hasUsableId(terminal);
