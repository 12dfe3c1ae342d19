import { t } from '../i18n/t.ts';
import { WILLBA_ANSWERS_WITHIN_MS } from '../payment/NotInWillba.tsx';
import { useMirror } from '../stores/mirror.ts';
import { openDialog } from '../stores/view.ts';
import { useLasting } from '../time/use-lasting.ts';

/** How many payments Willba does not know of yet. Leads to why, and to sending them now. */
export function WillbaBadge() {
  const count = useMirror(({ snapshot }) => snapshot?.willba.count ?? 0);
  const lasts = useLasting(count > 0, WILLBA_ANSWERS_WITHIN_MS);
  if (!lasts) return null;
  return (
    <button
      type="button"
      className="header__willba"
      aria-haspopup="dialog"
      onClick={() => openDialog({ kind: 'checks', check: 'willba', terminalId: null })}
    >
      <span className="number">{t('willba.badge', { count })}</span>
    </button>
  );
}
