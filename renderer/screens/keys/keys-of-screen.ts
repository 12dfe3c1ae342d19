import { isWaiting } from '../../payment/outcome-model.ts';
import { useMirror } from '../../stores/mirror.ts';
import { useView } from '../../stores/view.ts';

type KeyText =
  | 'digits'
  | 'nextField'
  | 'pay'
  | 'list'
  | 'openRow'
  | 'pressButton'
  | 'nextPlace'
  | 'cancel'
  | 'refresh'
  | 'check'
  | 'fresh'
  | 'again'
  | 'use'
  | 'close'
  | 'scanReference'
  | 'scanSearch'
  | 'copy'
  | 'zoom'
  | 'help';

/** One key, or several that belong together, and the text that says what they do. */
type KeyLine = { readonly keys: readonly string[]; readonly text: KeyText };

/** What is on the screen, as far as its keys are concerned. */
type KeysScreen = 'till' | 'payments' | 'day-close' | 'waiting' | 'outcome' | 'unclear' | 'picker' | 'dialog' | 'other';

const everywhere: readonly KeyLine[] = [
  { keys: ['Tab', 'Shift + Tab'], text: 'nextPlace' },
  { keys: ['Enter', 'space'], text: 'pressButton' },
  { keys: ['Ctrl + +', 'Ctrl + −', 'Ctrl + 0'], text: 'zoom' },
  { keys: ['F1'], text: 'help' },
];

const own: Readonly<Record<KeysScreen, readonly KeyLine[]>> = {
  till: [
    { keys: ['0–9'], text: 'digits' },
    { keys: ['Enter'], text: 'nextField' },
    { keys: ['F9'], text: 'pay' },
    { keys: ['↑', '↓', 'Home', 'End'], text: 'list' },
    { keys: ['scanner'], text: 'scanReference' },
  ],
  payments: [
    { keys: ['↑', '↓', 'PgUp', 'PgDn', 'Home', 'End'], text: 'list' },
    { keys: ['Enter'], text: 'openRow' },
    { keys: ['Ctrl + C'], text: 'copy' },
    { keys: ['scanner'], text: 'scanSearch' },
  ],
  'day-close': [{ keys: ['↑', '↓', 'Home', 'End'], text: 'list' }],
  waiting: [
    { keys: ['Esc'], text: 'cancel' },
    { keys: ['F5'], text: 'refresh' },
  ],
  outcome: [
    { keys: ['Enter'], text: 'fresh' },
    { keys: ['space'], text: 'again' },
  ],
  unclear: [{ keys: ['F5'], text: 'check' }],
  picker: [
    { keys: ['↑', '↓', 'Home', 'End'], text: 'list' },
    { keys: ['Enter'], text: 'use' },
    { keys: ['Esc'], text: 'close' },
  ],
  dialog: [
    { keys: ['Enter'], text: 'nextField' },
    { keys: ['Esc'], text: 'close' },
  ],
  other: [],
};

export const keysOf = (screen: KeysScreen): readonly KeyLine[] => [...own[screen], ...everywhere];

/** What was on the screen when the keys were asked for. */
export function screenNow(): KeysScreen {
  const { dialog, page, held } = useView.getState();
  const { snapshot } = useMirror.getState();
  if (dialog !== null) return dialog.kind === 'picker' ? 'picker' : 'dialog';
  const payment = snapshot?.current ?? held;
  if (payment != null) {
    if (isWaiting(payment)) return 'waiting';
    return payment.state === 'checking' || payment.state === 'unresolved' ? 'unclear' : 'outcome';
  }
  return document.querySelector('.till') === null ? 'other' : page;
}
