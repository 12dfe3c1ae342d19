import { t } from '../i18n/t.ts';
import { clockParts } from '../time/countdown.ts';
import './ring.css';

const RADIUS = 61;
const LENGTH = 2 * Math.PI * RADIUS;

/** The guest's remaining time, as a ring and as a clock. Null: it is not running yet. */
export function Ring({ seconds, of }: { readonly seconds: number | null; readonly of: number }) {
  const share = seconds === null ? 1 : seconds / of;
  return (
    <div className={seconds === null ? 'ring ring--resting' : 'ring'}>
      <svg className="ring__picture" viewBox="0 0 132 132" aria-hidden="true" focusable="false">
        <circle className="ring__track" cx="66" cy="66" r={RADIUS} />
        {share > 0 && (
          <circle
            className="ring__left"
            cx="66"
            cy="66"
            r={RADIUS}
            transform="rotate(-90 66 66)"
            strokeDasharray={`${LENGTH * share} ${LENGTH}`}
          />
        )}
      </svg>
      <span className="ring__clock number" role="timer" aria-label={t('waiting.timer')}>
        {seconds === null ? '' : t('waiting.clock', clockParts(seconds))}
      </span>
    </div>
  );
}
