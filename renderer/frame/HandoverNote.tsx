import { Button } from '../components/Button.tsx';
import { Mark } from '../components/Mark.tsx';
import { signs } from '../components/mark-shapes.ts';
import { t, tCount } from '../i18n/t.ts';
import { client } from '../pos-client.ts';
import { useMirror } from '../stores/mirror.ts';
import { openDialog } from '../stores/view.ts';
import './from-willba.css';

/** After a change of shift: how much the one before left open. It stands in nobody's way. */
export function HandoverNote() {
  const handover = useMirror(({ snapshot }) => snapshot?.handover ?? null);
  if (handover === null) return null;
  return (
    <section className="from-willba from-willba--handover" aria-label={t('handover.title')}>
      <div className="from-willba__row">
        <Mark sign={signs.attention} />
        <p className="from-willba__text from-willba__what" role="status">
          {tCount('handover.count', handover.items.length)}
        </p>
        <Button onPress={() => openDialog({ kind: 'handover' })}>{t('handover.look')}</Button>
        <Button look="quiet" onPress={() => void client.putOffHandover()}>
          {t('handover.later')}
        </Button>
      </div>
    </section>
  );
}
