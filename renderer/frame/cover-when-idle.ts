import { mayCover } from '../payment/may-cover.ts';
import { useMirror } from '../stores/mirror.ts';
import { useSaleForm } from '../stores/sale-form.ts';
import { useView } from '../stores/view.ts';
import { createIdleWatch } from './idle-watch.ts';

const TOUCHES = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Covers the window after some minutes without a touch, if this PC's settings ask for it. Never while a payment is open or waits. */
export function coverWhenIdle(): void {
  const watch = createIdleWatch({
    minutes: () => useMirror.getState().snapshot?.comfort.lockMinutes ?? 0,
    mayCover: mayCoverNow,
    cover: () => useView.setState({ covered: true }),
    now: () => performance.now(),
    after(ms, fire) {
      const timer = setTimeout(fire, ms);
      return () => clearTimeout(timer);
    },
  });
  for (const kind of TOUCHES) window.addEventListener(kind, watch.touched, { capture: true, passive: true });
  watch.start();
}

function mayCoverNow(): boolean {
  const { held, covered } = useView.getState();
  return !covered && held === null && !useSaleForm.getState().pending && mayCover(useMirror.getState().snapshot);
}
