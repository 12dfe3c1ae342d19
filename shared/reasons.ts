/**
 * Why nothing can have been charged although we asked: the terminal or Nets did not start, or nothing left this PC. This is the only list
 * of reasons: the core's type, the allowed values in the journal, the texts and the next steps are derived from it. Stored rows keep these
 * names for ever, so names may be added and never removed.
 */
export const refusalReasons = [
  'busy',
  'inactive',
  'not-connected',
  'unknown-terminal',
  'not-authorised',
  'not-sent',
  /** For voids only: the terminal's latest transaction is not the sale that should be voided. */
  'not-latest',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/**
 * Why the answer to our request is not known. In both cases the card may have been charged. These names too may be added to and never
 * removed.
 */
export const lossCauses = ['answer-lost', 'unreadable'] as const;
export type LossCause = (typeof lossCauses)[number];

/** Stable reason codes. There is also `host-NN` with the host's own response code. */
export type ReasonCode = RefusalReason | LossCause | 'by-desk' | 'by-guest' | 'timeout' | 'overwritten';
