import { useState } from 'react';
import type { PosError } from '../../shared/errors.ts';
import { situations } from '../../shared/tour.ts';
import { leaveTraining } from '../actions/training.ts';
import { Button } from '../components/Button.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { Mark } from '../components/Mark.tsx';
import { signs } from '../components/mark-shapes.ts';
import { t } from '../i18n/t.ts';
import { client } from '../pos-client.ts';
import { useMirror } from '../stores/mirror.ts';
import { openDialog } from '../stores/view.ts';
import './training-tools.css';

/** What training has on its band: the tour, and the way back to real payments. */
export function TrainingTools() {
  const tour = useMirror(({ snapshot }) => snapshot?.tour ?? null);
  const [failure, setFailure] = useState<PosError | null>(null);
  if (tour === null) return null;
  return (
    <>
      <div className="training-tools">
        <button type="button" className="training-tools__button" aria-haspopup="dialog" onClick={() => openDialog({ kind: 'tour' })}>
          <span className="number">{t('tour.open', { done: tour.done.length, all: situations.length })}</span>
        </button>
        <button type="button" className="training-tools__button" onClick={() => void leaveTraining().then(setFailure)}>
          {t('tour.leave')}
        </button>
      </div>
      {failure !== null && <FailureNotice error={failure} />}
      {tour.wrong !== null && (
        <div className="training-tools__wrong" role="alert">
          <Mark sign={signs.attention} />
          <p>
            <strong>{t('tour.wrongTitle')}</strong> {t(`tour.wrong.${tour.wrong}`)}
          </p>
          <Button onPress={() => void client.wrongWayRead()}>{t('tour.read')}</Button>
        </div>
      )}
    </>
  );
}
