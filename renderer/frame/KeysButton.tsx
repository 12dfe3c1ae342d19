import { t } from '../i18n/t.ts';
import { showKeys } from '../stores/view.ts';

const HELP = 'F1';

/** Shows the keys of this screen, for who does not know the key that does. */
export function KeysButton() {
  return (
    <button type="button" className="header__keys" aria-keyshortcuts={HELP} aria-haspopup="dialog" onClick={showKeys}>
      <span className="visually-hidden">{t('keys.open')}</span>
      <span aria-hidden="true">{HELP}</span>
    </button>
  );
}
