import type { Ref } from 'react';
import { networkCause } from '../../../shared/network-cause.ts';
import { Button } from '../../components/Button.tsx';
import { Light } from '../../components/Mark.tsx';
import { currentLanguage, t, tCount } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { useMirror } from '../../stores/mirror.ts';
import { clockText } from '../../time/clock-text.ts';
import './willba-row.css';

/** Whether Willba knows of every payment; if not, why, by its last answer, and a way to send at once. Shown where Willba is set up. */
export function WillbaRow({ wanted, ref }: { readonly wanted: boolean; readonly ref: Ref<HTMLLIElement> | undefined }) {
  const willba = useMirror(({ snapshot }) => snapshot?.willba ?? null);
  const lastWords = useLastWords();
  if (willba === null || !willba.isSetUp) return null;
  const { count, isGone, last } = willba;
  const failed = count > 0 && (isGone || (last !== null && !isAccepted(last.status)));
  return (
    <li ref={ref} tabIndex={wanted ? -1 : undefined} className={wanted ? 'checks__row checks__row--wanted' : 'checks__row'}>
      <Light kind={failed ? 'red' : count > 0 ? 'unknown' : 'green'} />
      <div className="checks__text">
        <strong>{t('willba.check.name')}</strong>
        <p className="number">{count === 0 ? t('willba.check.well') : `${tCount('willba.check.waiting', count)} ${lastWords}`}</p>
        {count > 0 && (
          <div className="willba-row__now">
            <Button onPress={() => void client.sendToWillbaNow()}>{t('willba.check.send')}</Button>
          </div>
        )}
      </div>
      <span className={`checks__result checks__result--${failed ? 'failed' : 'ok'}`}>
        {failed ? t('checks.result.failed') : count === 0 ? t('checks.result.ok') : ''}
      </span>
    </li>
  );
}

const isAccepted = (status: number | null): boolean => status !== null && status >= 200 && status < 300;

/** What Willba said last, and what follows from it for the desk. */
function useLastWords(): string {
  const last = useMirror(({ snapshot }) => snapshot?.willba.last ?? null);
  const isGone = useMirror(({ snapshot }) => snapshot?.willba.isGone ?? false);
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  if (isGone) return t('willba.check.gone');
  if (last === null || isAccepted(last.status)) return t('willba.check.calm');
  if (last.code === 'NO_SECRET') return t('willba.check.noSecret');
  const time = clockText(last.at, timeZone, currentLanguage());
  if (last.status !== null) return `${t('willba.check.status', { time, status: last.status })} ${t('willba.check.calm')}`;
  const cause = networkCause(last.code);
  const why = cause === null ? '' : `${t(`checks.why.${cause}`)} `;
  return `${t('willba.check.noAnswer', { time, code: last.code ?? '' })} ${why}${t('willba.check.calm')}`;
}
