import { moneyText } from '../../i18n/money-text.ts';
import { t, tCount } from '../../i18n/t.ts';
import { useHistory } from '../../stores/history.ts';
import { useMirror } from '../../stores/mirror.ts';
import { ExportButton } from './ExportButton.tsx';

const kinds = [
  ['paid', 'card'],
  ['paid', 'by-hand'],
  ['back', 'card'],
  ['unclear', 'card'],
  ['not-charged', 'card'],
] as const;

/** Count and sum of what is shown, by method and by what became of the money. Money of another kind than this desk's is in no sum. */
export function Totals() {
  const count = useHistory(({ found }) => found?.count ?? null);
  const totals = useHistory((history) => history.totals);
  const currency = useMirror(({ snapshot }) => snapshot?.desk.currency ?? 'EUR');
  const environment = useMirror(({ snapshot }) => snapshot?.desk.environment ?? 'production');
  const ours = totals?.filter((total) => total.currency === currency && total.environment === environment) ?? [];
  const left = ours.reduce((sum, { meaning, minor }) => sum + (meaning === 'paid' ? minor : meaning === 'back' ? -minor : 0), 0);
  return (
    <section className="payments__totals" aria-label={t('payments.totals.name')}>
      <p className="payments__count number" role="status">
        {count === null ? t('payments.reading') : tCount('payments.count', count)}
      </p>
      <dl className="payments__sums number">
        {kinds.map(([meaning, method]) => {
          const total = ours.find((one) => one.meaning === meaning && one.method === method);
          if (total === undefined) return null;
          return (
            <div key={`${meaning}-${method}`}>
              <dt>
                {t(`payments.totals.${meaning}.${method}`)} <span className="payments__sum-count">{total.count}</span>
              </dt>
              <dd>{moneyText(meaning === 'back' ? -total.minor : total.minor, currency)}</dd>
            </div>
          );
        })}
      </dl>
      <ExportButton />
      {ours.length > 0 && (
        <p className="payments__left number">
          {t('payments.totals.left')} <strong>{moneyText(left, currency)}</strong>
        </p>
      )}
    </section>
  );
}
