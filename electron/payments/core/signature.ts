import type { PaymentEvent } from './events.ts';
import type { PaymentState } from './state.ts';

type OnSignature = Extract<PaymentEvent, { readonly type: 'signature-judged' | 'signature-let-stand' }>;

/**
 * How a person's decision changes a signature. The charge stays in each case: a refused signature asks for a void, which is a payment of
 * its own. Only `asked` can be judged, and only `refused` can be let stand.
 */
export function onSignature(state: PaymentState, event: OnSignature): PaymentState {
  if (state.name !== 'approved') return state;
  if (event.type === 'signature-judged') {
    return state.signature === 'asked' ? { ...state, signature: event.accepted ? 'accepted' : 'refused' } : state;
  }
  const { by, reason, at } = event;
  return state.signature === 'refused' ? { ...state, signature: 'let-stand', letStand: { by, reason, at } } : state;
}
