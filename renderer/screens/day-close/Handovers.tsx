import { useEffect, useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import type { Handover } from '../../../shared/handover.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { HandoverItems } from '../../frame/HandoverItems.tsx';
import { currentLanguage, t } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { useMirror } from '../../stores/mirror.ts';
import { clockText } from '../../time/clock-text.ts';

type HandoversProps = { readonly start: string; readonly end: string; readonly timeZone: string };

/** Who took over what in this day. Nothing where nobody did. */
export function Handovers({ start, end, timeZone }: HandoversProps) {
  const news = useMirror(({ snapshot }) => snapshot?.dayClose.news ?? 0);
  const [found, setFound] = useState<readonly Handover[]>([]);
  const [failure, setFailure] = useState<PosError | null>(null);
  useEffect(() => {
    let isWanted = true;
    void news;
    void client.handovers(start, end).then((read) => {
      if (!isWanted) return;
      setFailure(read.ok ? null : read.error);
      if (read.ok) setFound(read.value.handovers);
    });
    return () => {
      isWanted = false;
    };
  }, [start, end, news]);
  if (failure !== null) return <FailureNotice error={failure} />;
  if (found.length === 0) return null;
  return (
    <section className="day-card" aria-labelledby="handovers">
      <header className="day-card__head">
        <h2 className="day-card__title" id="handovers">
          {t('handover.ofDay')}
        </h2>
      </header>
      {found.map(({ id, at, from, by, items }) => {
        const time = clockText(at, timeZone, currentLanguage());
        return (
          <div key={id} className="day-card__handover">
            <h3 className="field__label number">
              {from === null ? t('handover.tookFirst', { time, by }) : t('handover.took', { time, by, from })}
            </h3>
            <HandoverItems items={items} timeZone={timeZone} />
          </div>
        );
      })}
    </section>
  );
}
