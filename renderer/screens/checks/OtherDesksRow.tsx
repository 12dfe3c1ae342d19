import type { OtherDesks } from '../../../shared/ipc/other-desks.ts';
import { networkCause } from '../../../shared/network-cause.ts';
import { Light } from '../../components/Mark.tsx';
import { currentLanguage, t, tCount } from '../../i18n/t.ts';
import { toldUnseen } from '../../payment/told-unseen.ts';
import { useMirror } from '../../stores/mirror.ts';
import { clockText } from '../../time/clock-text.ts';

/** Whether this desk and the others see each other's payments; if not, why, by Strapi's last answers. Shown where payments are shared. */
export function OtherDesksRow() {
  const otherDesks = useMirror(({ snapshot }) => snapshot?.otherDesks ?? null);
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  if (otherDesks === null) return null;
  const { count, last, isShared } = otherDesks;
  const unseen = toldUnseen(otherDesks);
  if (!isShared && unseen === null) return null;
  const failed = unseen !== null || (count > 0 && last !== null && !isTaken(last));
  return (
    <li className="checks__row">
      <Light kind={failed ? 'red' : count > 0 ? 'unknown' : 'green'} />
      <div className="checks__text">
        <strong>{t('otherDesks.check.name')}</strong>
        {isShared && (
          <p className="number">
            {count === 0
              ? t('otherDesks.check.well')
              : [tCount('otherDesks.check.waiting', count), lastWords(last, timeZone), t('otherDesks.check.calm')].join(' ')}
          </p>
        )}
        {unseen !== null && (
          <p className="number">
            {t('otherDesks.check.unseen', {
              time: clockText(unseen.at, timeZone, currentLanguage()),
              why: t(`otherDesks.test.results.${unseen.why}`),
            })}
          </p>
        )}
      </div>
      <span className={`checks__result checks__result--${failed ? 'failed' : 'ok'}`}>
        {failed ? t('checks.result.failed') : count === 0 ? t('checks.result.ok') : ''}
      </span>
    </li>
  );
}

type LastAnswer = NonNullable<OtherDesks['last']>;

const isTaken = ({ status, code }: LastAnswer): boolean => status !== null && status < 300 && code === null;

/** What Strapi said last, and whose it is to mend it. */
function lastWords(last: LastAnswer | null, timeZone: string): string {
  if (last === null || isTaken(last)) return '';
  const time = clockText(last.at, timeZone, currentLanguage());
  const { status, code } = last;
  if (status === null) {
    const cause = networkCause(code);
    const said = t('otherDesks.check.noAnswer', { time, code: code ?? '' });
    return cause === null ? said : `${said} ${t(`checks.why.${cause}`)}`;
  }
  const why = code === 'READ_REFUSED' ? 'lookRefused' : causeOf(status);
  const said = t('otherDesks.check.status', { time, status });
  return why === null ? said : `${said} ${t(`otherDesks.why.${why}`)}`;
}

function causeOf(status: number): 'refused' | 'typeMissing' | 'invalid' | 'page' | null {
  if (status === 401 || status === 403) return 'refused';
  if (status === 404 || status === 405) return 'typeMissing';
  if (status === 400) return 'invalid';
  return status < 400 ? 'page' : null;
}
