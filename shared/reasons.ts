/**
 * Why nothing can have been charged although we asked: the terminal or Nets never started, or nothing left this PC. The only list
 * of them: the core's type, what the journal may hold, the words and the ways on are all made from it. Rows hold these for ever,
 * so a name may be added and none taken away.
 */
export const refusalReasons = [
  'busy',
  'inactive',
  'not-connected',
  'unknown-terminal',
  'not-authorised',
  'not-sent',
  /** A void only: the terminal's latest transaction is not the sale that was to be taken back. */
  'not-latest',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Why the answer to our request is not known. Either way the card may have been charged. Kept for ever as well. */
export const lossCauses = ['answer-lost', 'unreadable'] as const;
export type LossCause = (typeof lossCauses)[number];

/** Stable reason codes; besides these `host-NN` with the host's own response code. */
export type ReasonCode = RefusalReason | LossCause | 'by-desk' | 'by-guest' | 'timeout' | 'overwritten';
