import { t } from '../i18n/t.ts';
import { useMirror } from '../stores/mirror.ts';
import { openDialog } from '../stores/view.ts';

/** How many payments Willba does not know of yet. Leads to why, and to sending them now. */
export function WillbaBadge() {
  const count = useMirror(({ snapshot }) => snapshot?.willba.count ?? 0);
  if (count === 0) return null;
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
