import type { PaymentEffect } from '../core/events.ts';
import type { Lookups } from './lookups.ts';
import type { Running } from './running.ts';
import type { Sending } from './sending.ts';
import type { PaymentTimers } from './timers.ts';

/** Carries out the core's effects. The results come back as events. */
export const createEffects =
  ({ sending, lookups, timers }: { readonly sending: Sending; readonly lookups: Lookups; readonly timers: PaymentTimers }) =>
  (run: Running, effect: PaymentEffect): void => {
    switch (effect.type) {
      case 'clear':
        void sending.clear(run);
        break;
      case 'send':
        void sending.send(run);
        break;
      case 'send-cancel':
        void sending.sendCancel(run);
        break;
      case 'look-up':
        void lookups.lookUp(run, true);
        break;
      case 'set-timer':
        timers.set(run, effect.timer, effect.afterMs);
        break;
      case 'stop-timers':
        timers.stop(run);
        break;
    }
  };
