import { type Situation, situations } from '../../../shared/tour.ts';
import { Button } from '../../components/Button.tsx';
import { Mark } from '../../components/Mark.tsx';
import { signs } from '../../components/mark-shapes.ts';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { t } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { useMirror } from '../../stores/mirror.ts';
import { closeDialog } from '../../stores/view.ts';
import './tour.css';

const none: readonly Situation[] = [];

/** Five situations that happen at every desk, each with what to do. One that was handled rightly is checked off. */
export function TourDialog() {
  const done = useMirror(({ snapshot }) => snapshot?.tour?.done ?? none);
  const next = situations.find((each) => !done.includes(each));
  return (
    <DialogFrame title={t('tour.title')} look="list" onClose={closeDialog}>
      <p className="dialog__text">{next === undefined ? t('tour.allDone') : t('tour.text')}</p>
      <div className="dialog__body">
        <ol className="tour">
          {situations.map((situation, index) => (
            <li key={situation} className="tour__one" aria-current={situation === next ? 'step' : undefined}>
              {done.includes(situation) ? (
                <Mark sign={signs.well} />
              ) : (
                <span className="tour__number number" aria-hidden="true">
                  {index + 1}
                </span>
              )}
              <div>
                <h3 className="tour__title">
                  {t(`tour.situations.${situation}.title`)}
                  {done.includes(situation) && <span className="visually-hidden">, {t('tour.done')}</span>}
                </h3>
                <p className="tour__how">{t(`tour.situations.${situation}.how`)}</p>
              </div>
            </li>
          ))}
        </ol>
      </div>
      <div className={done.length > 0 ? 'dialog__actions' : 'dialog__actions dialog__actions--one'}>
        {done.length > 0 && (
          <Button look="quiet" size="large" onPress={() => void client.restartTour()}>
            {t('tour.again')}
          </Button>
        )}
        <Button look="primary" size="large" onPress={closeDialog}>
          {t('common.close')}
        </Button>
      </div>
    </DialogFrame>
  );
}
