import { useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import { goTraining, leaveTraining } from '../../actions/training.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { t } from '../../i18n/t.ts';
import { useMirror } from '../../stores/mirror.ts';

/** The way to training on a PC that makes real payments, and back. */
export function TrainingRow() {
  const isTraining = useMirror(({ snapshot }) => snapshot?.desk.mode === 'training');
  const [failure, setFailure] = useState<PosError | null>(null);
  const go = isTraining ? leaveTraining : goTraining;
  return (
    <>
      <section className="settings__row">
        <p>{isTraining ? t('tour.settingsLeave') : t('tour.settingsGo')}</p>
        <Button onPress={() => void go().then(setFailure)}>{isTraining ? t('tour.leave') : t('tour.go')}</Button>
      </section>
      {failure !== null && <FailureNotice error={failure} />}
    </>
  );
}
