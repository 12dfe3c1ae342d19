import type { PaymentView } from '../../../shared/payment.ts';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { t } from '../../i18n/t.ts';
import { reversalOf } from '../../payment/reversal-texts.ts';
import { settleIds } from './settle-ids.ts';

type VerdictChoiceProps = {
  readonly kind: PaymentView['kind'];
  readonly charged: boolean | null;
  readonly wrong: boolean;
  readonly onChoose: (charged: boolean) => void;
};

const VERDICTS = {
  sale: { yes: 'charged', no: 'notCharged' },
  refund: { yes: 'refunded', no: 'notRefunded' },
  void: { yes: 'voided', no: 'notVoided' },
} as const;

export function VerdictChoice({ kind, charged, wrong, onChoose }: VerdictChoiceProps) {
  const words = VERDICTS[reversalOf({ kind }) ?? 'sale'];
  return (
    <ChoiceGroup
      id={settleIds.charged}
      legend={t('settle.what')}
      problem={wrong ? t('settle.choose') : null}
      chosen={charged === null ? null : charged ? 'yes' : 'no'}
      onChoose={(value) => onChoose(value === 'yes')}
      choices={[
        { value: 'yes', text: t(`settle.${words.yes}`) },
        { value: 'no', text: t(`settle.${words.no}`) },
      ]}
    />
  );
}
