import type { ReactNode } from 'react';
import type { PaymentView } from '../../../shared/payment.ts';
import { Button } from '../../components/Button.tsx';
import { t } from '../../i18n/t.ts';
import { wayBack } from '../../payment/alarm-model.ts';
import type { Choices } from '../../payment/looks.ts';
import { openDialog } from '../../stores/view.ts';

type ReversalActionsProps = {
  readonly payment: PaymentView;
  readonly choices: Choices;
  readonly refused: boolean;
  readonly held: boolean;
  /** Stands between what is rarely needed and what the person has to choose from. */
  readonly fresh: ReactNode;
};

const weights = { one: 'quiet', equal: 'secondary', 'give-back-first': 'primary' } as const satisfies Record<Choices, string>;

/** What gives the guest's money back, or lets the charge of a refused signature stand. Each opens a dialog first. */
export function ReversalActions({ payment, choices, refused, held, fresh }: ReversalActionsProps) {
  const way = wayBack(payment);
  const refund = payment.refundableMinor > 0 && (
    <Button
      look={way === 'refund' ? weights[choices] : 'quiet'}
      size="large"
      disabled={held}
      onPress={() => openDialog({ kind: 'refund', payment })}
    >
      {t('refund.open')}
    </Button>
  );
  return (
    <>
      {refused && !payment.reversing && (
        <Button look="quiet" size="large" disabled={held} onPress={() => openDialog({ kind: 'let-stand', payment })}>
          {t('signature.letStand')}
        </Button>
      )}
      {way !== 'refund' && choices !== 'one' && refund}
      {fresh}
      {(way === 'refund' || choices === 'one') && refund}
      {payment.voidable && (
        <Button look={weights[choices]} size="large" disabled={held} onPress={() => openDialog({ kind: 'void', payment })}>
          {t('void.open')}
        </Button>
      )}
    </>
  );
}
