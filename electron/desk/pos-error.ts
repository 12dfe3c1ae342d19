import type { PosError, PosErrorCode } from '../../shared/errors.ts';
import type { Warnings } from '../payments/rules/warnings.ts';

/**
 * What each refusal of a command means for the money. None of them moved money, because the command was not carried out. Only `internal`
 * says `unknown`: a bug may happen while a payment is being sent.
 */
const MEANING: Record<PosErrorCode, Pick<PosError, 'moneyMoved' | 'retry'>> = {
  'invalid-request': { moneyMoved: 'no', retry: 'safe' },
  internal: { moneyMoved: 'unknown', retry: 'after-check' },
  'not-configured': { moneyMoved: 'no', retry: 'safe' },
  'operator-missing': { moneyMoved: 'no', retry: 'safe' },
  'terminal-missing': { moneyMoved: 'no', retry: 'safe' },
  'terminal-held': { moneyMoved: 'no', retry: 'after-check' },
  'desk-busy': { moneyMoved: 'no', retry: 'after-check' },
  'payment-unknown': { moneyMoved: 'no', retry: 'never' },
  'not-possible-now': { moneyMoved: 'no', retry: 'after-check' },
  'press-too-old': { moneyMoved: 'no', retry: 'safe' },
  'terminal-changed': { moneyMoved: 'no', retry: 'safe' },
  'form-changed': { moneyMoved: 'no', retry: 'safe' },
  'lookup-too-soon': { moneyMoved: 'no', retry: 'safe' },
  'confirmation-needed': { moneyMoved: 'no', retry: 'safe' },
  'journal-unavailable': { moneyMoved: 'no', retry: 'after-check' },
  'settings-unreadable': { moneyMoved: 'no', retry: 'safe' },
  'journal-unreadable': { moneyMoved: 'no', retry: 'safe' },
  'disk-full': { moneyMoved: 'no', retry: 'after-check' },
  'card-number-in-text': { moneyMoved: 'no', retry: 'safe' },
  'training-refused': { moneyMoved: 'no', retry: 'after-check' },
  'training-unavailable': { moneyMoved: 'no', retry: 'safe' },
  'not-refundable': { moneyMoved: 'no', retry: 'never' },
  'refund-too-large': { moneyMoved: 'no', retry: 'safe' },
  'request-used': { moneyMoved: 'no', retry: 'never' },
  'rest-too-large': { moneyMoved: 'no', retry: 'never' },
  'not-voidable': { moneyMoved: 'no', retry: 'never' },
  'login-in-use': { moneyMoved: 'no', retry: 'after-check' },
  'open-elsewhere': { moneyMoved: 'no', retry: 'after-check' },
  'bad-address': { moneyMoved: 'no', retry: 'safe' },
  'secret-needed': { moneyMoved: 'no', retry: 'safe' },
  'terminals-needed': { moneyMoved: 'no', retry: 'safe' },
  'nets-host-mismatch': { moneyMoved: 'no', retry: 'never' },
  'printers-unavailable': { moneyMoved: 'no', retry: 'safe' },
  'no-printer': { moneyMoved: 'no', retry: 'safe' },
  'printer-gone': { moneyMoved: 'no', retry: 'safe' },
  'print-refused': { moneyMoved: 'no', retry: 'safe' },
  'print-failed': { moneyMoved: 'no', retry: 'safe' },
  'print-not-recorded': { moneyMoved: 'no', retry: 'safe' },
  'pdf-failed': { moneyMoved: 'no', retry: 'safe' },
  'file-exists': { moneyMoved: 'no', retry: 'safe' },
  'file-foreign': { moneyMoved: 'no', retry: 'safe' },
  'file-disk-full': { moneyMoved: 'no', retry: 'safe' },
  'file-in-use': { moneyMoved: 'no', retry: 'safe' },
  'file-read-only': { moneyMoved: 'no', retry: 'safe' },
  'file-unwritable': { moneyMoved: 'no', retry: 'safe' },
};

export const posError = (code: PosErrorCode, ref: string, warnings?: Warnings, unclearId?: string): PosError => ({
  code,
  ...MEANING[code],
  ref,
  ...(warnings === undefined ? {} : { warnings: [...warnings.codes] }),
  ...(warnings?.justCharged == null ? {} : { justCharged: warnings.justCharged }),
  ...(warnings?.elsewhere == null ? {} : { elsewhere: warnings.elsewhere }),
  ...(unclearId === undefined ? {} : { unclearId }),
});
