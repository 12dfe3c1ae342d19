import type { Figures as DayFigures } from '../../../shared/day-close.ts';
import { moneyText } from '../../i18n/money-text.ts';
import { t } from '../../i18n/t.ts';
import './figures.css';

type FiguresProps = { readonly figures: DayFigures; readonly currency: string };

/** The sums of a day, a line each. Lines of nothing are left out, but for the sales. */
export function Figures({ figures, currency }: FiguresProps) {
  const { sales, refunds, voids, manual, settled } = figures;
  // Money that went back has a minus, as everywhere.
  const counted = [
    { name: 'sales', ...sales },
    { name: 'refunds', count: refunds.count, minor: -refunds.minor },
    { name: 'voids', count: voids.count, minor: -voids.minor },
    { name: 'manual', ...manual },
    { name: 'settled', ...settled },
  ] as const;
  const included = [
    { name: 'tips', minor: figures.tipsMinor },
    { name: 'surcharges', minor: figures.surchargesMinor },
  ] as const;
  return (
    <dl className="figures number">
      {counted
        .filter(({ name, count }) => name === 'sales' || count > 0)
        .map(({ name, count, minor }) => (
          <div key={name} className="figures__row">
            <dt>
              {t(`dayClose.figures.${name}`)} <span className="figures__count">{count}</span>
            </dt>
            <dd>{moneyText(minor, currency)}</dd>
          </div>
        ))}
      {included
        .filter(({ minor }) => minor > 0)
        .map(({ name, minor }) => (
          <div key={name} className="figures__row figures__row--part">
            <dt>
              {t(`dayClose.figures.${name}`)} <span className="figures__note">({t('dayClose.includes')})</span>
            </dt>
            <dd>{moneyText(minor, currency)}</dd>
          </div>
        ))}
      <div className="figures__row figures__row--sum">
        <dt>{t('dayClose.figures.charged')}</dt>
        <dd>{moneyText(figures.chargedMinor, currency)}</dd>
      </div>
    </dl>
  );
}
