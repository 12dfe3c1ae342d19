import { t } from '../i18n/t.ts';
import { useMirror } from '../stores/mirror.ts';
import { useLasting } from '../time/use-lasting.ts';
import './not-in-willba.css';

/** A Willba that is well accepts within a fifth of a second: then nothing is said, and nothing on the screen moves. */
export const WILLBA_ANSWERS_WITHIN_MS = 600;

export const useNotInWillba = (paymentId: string): boolean =>
  useLasting(
    useMirror(({ snapshot }) => snapshot?.willba.waiting.includes(paymentId) ?? false),
    WILLBA_ANSWERS_WITHIN_MS,
  );

/** Willba has not accepted the newest news of this payment. Charged and known to Willba are two facts. */
export function NotInWillba({ paymentId }: { readonly paymentId: string }) {
  return useNotInWillba(paymentId) ? <p className="not-in-willba">{t('willba.notYet')}</p> : null;
}

/** The same on a line of its own within a row's text. */
export function NotInWillbaWord({ paymentId }: { readonly paymentId: string }) {
  return useNotInWillba(paymentId) ? <span className="not-in-willba--row">{t('willba.notYet')}</span> : null;
}
