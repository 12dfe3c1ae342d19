import { useState } from 'react';
import { minorDigits } from '../../../shared/currency.ts';
import type { PosError } from '../../../shared/errors.ts';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { moneyText } from '../../i18n/money-text.ts';
import { t } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { deskCurrency } from '../../stores/desk-currency.ts';
import { useMirror } from '../../stores/mirror.ts';

/** In minor units: of euros 500, 1 000, 2 000, 5 000 and 10 000. */
const LIMITS = [50_000, 100_000, 200_000, 500_000, 1_000_000];
const NEVER = '';

/** Above which sum Maksa asks once before it charges. */
export function AskAboveForm() {
  const minor = useMirror(({ snapshot }) => snapshot?.desk.askAboveMinor ?? null);
  const [failure, setFailure] = useState<PosError | null>(null);
  const choose = async (value: string): Promise<void> => {
    const chosen = await client.chooseAskAbove(value === NEVER ? null : Number(value));
    setFailure(chosen.ok ? null : chosen.error);
  };
  return (
    <>
      <ChoiceGroup
        id="settings-ask-above"
        legend={t('settings.askAbove.legend')}
        problem={null}
        chosen={minor === null ? NEVER : String(minor)}
        onChoose={(value) => void choose(value)}
        choices={[
          ...limits(minor).map((limit) => ({ value: String(limit), text: wholeSum(limit) })),
          { value: NEVER, text: t('settings.askAbove.never') },
        ]}
      />
      <p className="field__hint">{t('settings.askAbove.hint')}</p>
      {failure !== null && <FailureNotice error={failure} />}
    </>
  );
}

const limits = (chosen: number | null): readonly number[] =>
  chosen === null || LIMITS.includes(chosen) ? LIMITS : [...LIMITS, chosen].sort((a, b) => a - b);

/** A round sum without its decimals: `2 000 €`. */
function wholeSum(minor: number): string {
  const currency = deskCurrency();
  const text = moneyText(minor, currency);
  return minorDigits(currency) === 0 ? text : text.replace(/[.,]0+(?!.*\d)/, '');
}
