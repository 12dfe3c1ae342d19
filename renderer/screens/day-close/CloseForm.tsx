import type { PosError } from '../../../shared/errors.ts';
import type { DayToClose } from '../../../shared/ipc/day-close.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { WhoField } from '../../frame/WhoField.tsx';
import { moneyText } from '../../i18n/money-text.ts';
import { t, tCount } from '../../i18n/t.ts';
import { nameOf, useDayClose } from '../../stores/day-close.ts';
import { type CloseProblems, ids } from './close-model.ts';
import { Figures } from './Figures.tsx';

type CloseFormProps = {
  readonly day: DayToClose;
  readonly currency: string;
  readonly problems: CloseProblems;
  readonly failure: PosError | null;
  readonly pending: boolean;
  readonly onClose: () => void;
};

/** The sums of the whole desk, who closes the day, and the button that does. */
export function CloseForm({ day, currency, problems, failure, pending, onClose }: CloseFormProps) {
  const name = useDayClose((state) => state.name);
  const { desk, otherMoney } = day.totals;
  const wrong = problems[ids.who];
  return (
    <section className="day-card day-card--desk" aria-labelledby="desk-sums">
      <h2 className="day-card__title" id="desk-sums">
        {t('dayClose.desk')}
      </h2>
      <p className="day-card__total number">{moneyText(desk.chargedMinor, currency)}</p>
      <Figures figures={desk} currency={currency} />
      {otherMoney > 0 && <p className="day-card__note">{tCount('dayClose.otherMoney', otherMoney)}</p>}
      <div className="day-card__close">
        <WhoField
          label={t('dayClose.who')}
          name={name}
          problem={wrong === undefined || wrong === 'choose' ? null : wrong}
          onChange={nameOf}
        />
        {failure !== null && <FailureNotice error={failure} />}
        <Button look="primary" size="large" disabled={pending} onPress={onClose}>
          {t('dayClose.close')}
        </Button>
        <p className="day-card__note">{day.isOver ? t('dayClose.closeText') : t('dayClose.running')}</p>
      </div>
    </section>
  );
}
