import { useState } from 'react';
import type { OpenItem } from '../../../shared/day-close.ts';
import type { PosError } from '../../../shared/errors.ts';
import { showPayment } from '../../actions/show-payment.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { Mark } from '../../components/Mark.tsx';
import { signs } from '../../components/mark-shapes.ts';
import { moneyText } from '../../i18n/money-text.ts';
import { currentLanguage, t, tCount } from '../../i18n/t.ts';
import { openItemSigns } from '../../payment/looks.ts';
import { signFor, useDayClose } from '../../stores/day-close.ts';
import { clockText } from '../../time/clock-text.ts';
import { type CloseProblems, ids, type OpenRow, openRows } from './close-model.ts';

type OpenItemsProps = { readonly open: readonly OpenItem[]; readonly timeZone: string; readonly problems: CloseProblems };

/** What is still open in the day. Nothing of it passes without a reason and a name. */
export function OpenItems({ open, timeZone, problems }: OpenItemsProps) {
  const [failure, setFailure] = useState<PosError | null>(null);
  const show = async (paymentId: string): Promise<void> => setFailure(await showPayment(paymentId));
  return (
    <section className="day-card" aria-labelledby="open-items">
      <header className="day-card__head">
        <h2 className="day-card__title" id="open-items">
          {t('dayClose.open.title')}
        </h2>
      </header>
      {open.length === 0 ? (
        <p className="day-card__all-clear">
          <Mark sign={signs.well} />
          {t('dayClose.open.none')}
        </p>
      ) : (
        <>
          <p className="day-card__text">{t('dayClose.open.text')}</p>
          {failure !== null && <FailureNotice error={failure} />}
          <ul className="open-items">
            {openRows(open).map((row) => (
              <OpenItemRow key={row.key} row={row} timeZone={timeZone} problems={problems} onShow={(id) => void show(id)} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type RowProps = {
  readonly row: OpenRow;
  readonly timeZone: string;
  readonly problems: CloseProblems;
  readonly onShow: (paymentId: string) => void;
};

function OpenItemRow({ row, timeZone, problems, onShow }: RowProps) {
  const { key, items, waits } = row;
  const [first] = items;
  const reason = useDayClose(({ reasons }) => reasons[key] ?? '');
  if (first === undefined) return null;
  const wrong = problems[ids.open(key)];
  const isGroup = first.why === 'not-in-willba';
  const title = isGroup ? tCount('dayClose.open.willba', items.length) : t(`dayClose.open.why.${first.why}`);
  const place = [first.reference, first.terminalName, clockText(first.startedAt, timeZone, currentLanguage())];
  return (
    <li className="open-items__item" aria-label={title}>
      <Mark sign={openItemSigns[first.why]} />
      <div className="open-items__text">
        <p className="open-items__title">{title}</p>
        {!isGroup && <p className="open-items__place number">{place.filter((part) => part !== null && part !== '').join(' · ')}</p>}
      </div>
      {!isGroup && (
        <div className="open-items__end">
          <strong className="number">{moneyText(first.amountMinor, first.currency)}</strong>
          <Button look="quiet" onPress={() => onShow(first.paymentId)}>
            {t('dayClose.open.show')}
          </Button>
        </div>
      )}
      <div className="open-items__reason">
        {waits ? (
          <p className="day-card__note">{t('dayClose.open.waits')}</p>
        ) : (
          <Field
            id={ids.open(key)}
            label={t('dayClose.reason')}
            placeholder={t('dayClose.open.reasonHint')}
            value={reason}
            onChange={(text) => signFor(key, text)}
            problem={wrong === undefined || wrong === 'choose' ? null : t(`dayClose.reasonProblems.${wrong}`)}
          />
        )}
      </div>
    </li>
  );
}
