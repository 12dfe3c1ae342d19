import { useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { t } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { useMirror } from '../../stores/mirror.ts';

/** Midnight, and the hours of night audits. A provisioning file may name another one. */
const HOURS = [0, 2, 3, 4, 5, 6];

/** The hour at which the property's day changes: today's payments, voids and the day's close follow it. */
export function DayForm() {
  const hour = useMirror(({ snapshot }) => snapshot?.desk.cutOverHour ?? 0);
  const [failure, setFailure] = useState<PosError | null>(null);
  const choose = async (value: string): Promise<void> => {
    const chosen = await client.chooseCutOver(Number(value));
    setFailure(chosen.ok ? null : chosen.error);
  };
  const hours = HOURS.includes(hour) ? HOURS : [...HOURS, hour].sort((a, b) => a - b);
  return (
    <>
      <ChoiceGroup
        id="settings-cut-over"
        legend={t('dayClose.cutOver.legend')}
        problem={null}
        chosen={String(hour)}
        onChoose={(value) => void choose(value)}
        choices={hours.map((each) => ({ value: String(each), text: t('dayClose.cutOver.hour', { hour: each }) }))}
      />
      <p className="field__hint">{t('dayClose.cutOver.hint')}</p>
      {failure !== null && <FailureNotice error={failure} />}
    </>
  );
}
