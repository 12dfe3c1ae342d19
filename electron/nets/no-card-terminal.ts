import { failed } from '../../shared/result.ts';
import type { WireEvidence } from '../payments/core/outcome.ts';
import type { CardTerminal } from '../payments/ports.ts';

export const nothingSent: WireEvidence = {
  status: null,
  elapsedMs: 0,
  bodySha256: null,
  bodyBytes: 0,
  record: null,
  failureText: null,
  transport: 'not-configured',
};

/** Used when Nets is not configured: it never sends anything. */
export const noCardTerminal: CardTerminal = {
  clear: async () => failed('not-authorised'),
  sale: async () => ({ outcome: { kind: 'refused', reason: 'not-sent' }, evidence: nothingSent }),
  void: async () => ({ outcome: { kind: 'refused', reason: 'not-sent' }, evidence: nothingSent }),
  cancelAction: async () => ({ outcome: 'failed', evidence: nothingSent }),
  lookup: async () => ({ outcome: { kind: 'unreachable' }, evidence: nothingSent }),
};
