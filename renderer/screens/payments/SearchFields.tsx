import { useId } from 'react';
import { type HistoryFilter, historyFilters, MAX_SEARCH_LENGTH } from '../../../shared/history-terms.ts';
import type { HistoryPeriod } from '../../../shared/ipc/history.ts';
import { t } from '../../i18n/t.ts';
import { askFor, useHistory } from '../../stores/history.ts';
import { useMirror } from '../../stores/mirror.ts';

/** Where a scanned booking number goes on this screen. */
export const SEARCH_ID = 'payments-search';

const periods = ['today', 'yesterday', 'week', 'all', 'dates'] as const satisfies readonly HistoryPeriod['kind'][];

/** What is looked for, when, and of which kind. Each change is answered at once. */
export function SearchFields() {
  const { text, period, filter } = useHistory((history) => history.query);
  return (
    <div className="payments__ask">
      <h1 className="payments__title">{t('payments.title')}</h1>
      <input
        className="field__input payments__search"
        id={SEARCH_ID}
        type="search"
        aria-label={t('payments.search')}
        placeholder={t('payments.searchHint')}
        value={text}
        maxLength={MAX_SEARCH_LENGTH}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        onChange={(event) => askFor({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') askFor({ text: '' });
        }}
      />
      <Choices
        legend={t('payments.time')}
        chosen={period.kind}
        onChoose={(kind) => askFor({ period: periodOf(kind) })}
        choices={periods.map((kind) => [kind, t(`payments.periods.${kind}`)])}
      />
      {period.kind === 'dates' && <Dates period={period} />}
      <label className="payments__filter">
        <span className="visually-hidden">{t('payments.filter')}</span>
        <select className="field__input" value={filter} onChange={(event) => askFor({ filter: filterNamed(event.target.value) })}>
          {historyFilters.map((one) => (
            <option key={one} value={one}>
              {t(`payments.filters.${one}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

const filterNamed = (name: string): HistoryFilter => historyFilters.find((one) => one === name) ?? 'all';

function periodOf(kind: HistoryPeriod['kind']): HistoryPeriod {
  if (kind !== 'dates') return { kind };
  const { timeZone = 'Europe/Helsinki' } = useMirror.getState().snapshot?.desk ?? {};
  const date = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(Date.now());
  return { kind: 'dates', from: date, to: date };
}

type ChoicesProps<T extends string> = {
  readonly legend: string;
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
  readonly choices: readonly (readonly [T, string])[];
};

/** One of a few, in one row: the arrow keys go from one to the next. */
function Choices<T extends string>({ legend, chosen, onChoose, choices }: ChoicesProps<T>) {
  const name = useId();
  return (
    <div className="segments" role="radiogroup" aria-label={legend}>
      {choices.map(([value, text]) => (
        <label key={value} className="segments__one">
          <input className="segments__radio" type="radio" name={name} checked={chosen === value} onChange={() => onChoose(value)} />
          <span>{text}</span>
        </label>
      ))}
    </div>
  );
}

function Dates({ period }: { readonly period: Extract<HistoryPeriod, { kind: 'dates' }> }) {
  return (
    <div className="payments__dates">
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className="payments__date">
          <span className="field__label">{t(`payments.dates.${end}`)}</span>
          <input
            className="field__input"
            type="date"
            value={period[end]}
            onChange={(event) => {
              // Empty while a date is being typed.
              if (event.target.value !== '') askFor({ period: { ...period, [end]: event.target.value } });
            }}
          />
        </label>
      ))}
    </div>
  );
}
