import type { PaymentView } from '../../../shared/payment.ts';
import { t } from '../../i18n/t.ts';
import { ChoiceGroup } from './ChoiceGroup.tsx';
import { settleIds } from './settle-ids.ts';

type VerdictChoiceProps = {
  readonly kind: PaymentView['kind'];
  readonly charged: boolean | null;
  readonly wrong: boolean;
  readonly onChoose: (charged: boolean) => void;
};

export function VerdictChoice({ kind, charged, wrong, onChoose }: VerdictChoiceProps) {
  const refunding = kind === 'refund';
  return (
    <ChoiceGroup
      id={settleIds.charged}
      legend={t('settle.what')}
      problem={wrong ? t('settle.choose') : null}
      chosen={charged === null ? null : charged ? 'yes' : 'no'}
      onChoose={(value) => onChoose(value === 'yes')}
      choices={[
        { value: 'yes', text: refunding ? t('settle.refunded') : t('settle.charged') },
        { value: 'no', text: refunding ? t('settle.notRefunded') : t('settle.notCharged') },
      ]}
    />
  );
}
