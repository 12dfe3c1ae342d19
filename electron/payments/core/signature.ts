import type { PaymentEvent } from './events.ts';
import type { PaymentState } from './state.ts';

type OnSignature = Extract<PaymentEvent, { readonly type: 'signature-judged' | 'signature-let-stand' }>;

/**
 * What a person's word makes of a signature. The charge stands in each case: a refused one asks for the void, which is a payment
 * of its own. Only what is asked for is judged, and only what was refused can be let stand.
 */
export function onSignature(state: PaymentState, event: OnSignature): PaymentState {
  if (state.name !== 'approved') return state;
  if (event.type === 'signature-judged') {
    return state.signature === 'asked' ? { ...state, signature: event.accepted ? 'accepted' : 'refused' } : state;
  }
  const { by, reason, at } = event;
  return state.signature === 'refused' ? { ...state, signature: 'let-stand', letStand: { by, reason, at } } : state;
}
