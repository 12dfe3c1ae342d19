import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../i18n/t.ts';
import { missingText } from '../../payment/missing-text.ts';
import { useMirror } from '../../stores/mirror.ts';
import { openDialog } from '../../stores/view.ts';

/** A part of the stored payments was lost. Shown until a named person has read it. */
export function MissingPayments() {
  const missing = useMirror(({ snapshot }) => snapshot?.missingPayments ?? null);
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  if (missing === null) return null;
  return (
    <Notice tone="unclear" title={t('missing.title')} urgent>
      <p className="number">{missingText(missing, timeZone)}</p>
      <div className="notice__actions">
        <Button onPress={() => openDialog({ kind: 'missing-payments' })}>{t('missing.open')}</Button>
      </div>
    </Notice>
  );
}
