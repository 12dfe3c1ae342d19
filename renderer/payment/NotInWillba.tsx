import { t } from '../i18n/t.ts';
import { useMirror } from '../stores/mirror.ts';
import './not-in-willba.css';

/** Whether Willba has not accepted the newest news of this payment. Charged and known to Willba are two facts. */
export const useNotInWillba = (paymentId: string): boolean =>
  useMirror(({ snapshot }) => snapshot?.willba.waiting.includes(paymentId) ?? false);

/** Seen a moment later than it is there: a Willba that is well answers before, and nothing flickers. */
export function NotInWillba({ paymentId }: { readonly paymentId: string }) {
  return useNotInWillba(paymentId) ? <p className="not-in-willba not-in-willba--line">{t('willba.notYet')}</p> : null;
}

/** The same within a row's own line. */
export function NotInWillbaWord({ paymentId }: { readonly paymentId: string }) {
  return useNotInWillba(paymentId) ? <span className="not-in-willba"> · {t('willba.notYet')}</span> : null;
}
