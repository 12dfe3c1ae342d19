import type { Texts } from '../catalogue.ts';

export const comfort = {
  title: 'Window and notices',
  zoom: 'Size',
  percent: '{{zoom}}%',
  smaller: 'Make everything smaller',
  larger: 'Make everything larger',
  usual: 'Usual size',
  zoomHint: 'On the keyboard Ctrl and + or −. Ctrl and 0 brings back the usual size.',
  alwaysOnTop: 'Keep the window above other programs',
  sound: 'Sound when a payment ends',
  hear: 'Listen',
  notification: 'System notice while another program is in front (outcome and amount, nothing about the guest)',
  lock: 'Hide the screen when it is not in use',
  noLock: 'Never',
  lockAfter_one: 'After {{count}} minute',
  lockAfter_other: 'After {{count}} minutes',
  lockHint:
    'No amounts are shown while the screen is hidden. It is never hidden during a payment. No password is needed, and everything typed is kept.',
} as const satisfies Texts<'comfort'>;
