import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { t } from '../../i18n/t.ts';
import { hideKeys } from '../../stores/view.ts';
import { keysOf, screenNow } from './keys-of-screen.ts';
import './keys-dialog.css';

/** The keys of the screen that lies under this dialog. */
export function KeysDialog() {
  const [screen] = useState(screenNow);
  return (
    <DialogFrame title={t('keys.title')} onClose={hideKeys}>
      <p className="dialog__text">{t(`keys.screens.${screen}`)}</p>
      <div className="dialog__body">
        <dl className="keys">
          {keysOf(screen).map(({ keys, text }) => (
            <div className="keys__line" key={`${keys.join()}:${text}`}>
              <dt className="keys__names">
                {keys.map((key) => (
                  <kbd className="keys__key" key={key}>
                    {key === 'space' ? t('keys.space') : key === 'scanner' ? t('keys.scanner') : key}
                  </kbd>
                ))}
              </dt>
              <dd>{t(`keys.does.${text}`)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="dialog__actions dialog__actions--one">
        <Button size="large" onPress={hideKeys}>
          {t('common.close')}
        </Button>
      </div>
    </DialogFrame>
  );
}
