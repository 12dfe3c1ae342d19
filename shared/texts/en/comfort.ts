import type { Texts } from '../catalogue.ts';

export const comfort = {
  title: 'Window and notices',
  zoom: 'Size',
  percent: '{{zoom}} %',
  smaller: 'Make everything smaller',
  larger: 'Make everything larger',
  usual: 'Usual size',
  zoomHint: 'On the keyboard Ctrl and + or −. Ctrl and 0 brings back the usual size.',
  alwaysOnTop: 'Keep the window above other programs',
  sound: 'Sound when a payment ends',
  hear: 'Listen',
  notification: 'System notice while another program is in front (outcome and amount, nothing about the guest)',
  lock: 'Cover the desk when nobody touches it',
  noLock: 'Not covered',
  lockAfter_one: 'after {{count}} minute',
  lockAfter_other: 'after {{count}} minutes',
  lockHint: 'The cover hides all amounts and never comes during a payment. It asks for no password, and everything typed stays.',
} as const satisfies Texts<'comfort'>;
