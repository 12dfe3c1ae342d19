import type { PaymentView } from '../../../shared/payment.ts';
import { Button } from '../../components/Button.tsx';
import { t } from '../../i18n/t.ts';
import { openDialog } from '../../stores/view.ts';

type ReversalActionsProps = { readonly payment: PaymentView; readonly refused: boolean; readonly held: boolean };

/** What gives the guest's money back, or lets the charge of a refused signature stand. None of them reacts to Enter. */
export function ReversalActions({ payment, refused, held }: ReversalActionsProps) {
  return (
    <>
      {refused && !payment.reversing && (
        <Button look="quiet" size="large" notOnEnter disabled={held} onPress={() => openDialog({ kind: 'let-stand', payment })}>
          {t('signature.letStand')}
        </Button>
      )}
      {payment.refundableMinor > 0 && (
        <Button
          look={refused && !payment.voidable ? 'primary' : 'quiet'}
          size="large"
          notOnEnter
          disabled={held}
          onPress={() => openDialog({ kind: 'refund', payment })}
        >
          {t('refund.open')}
        </Button>
      )}
      {payment.voidable && (
        <Button
          look={refused ? 'primary' : 'quiet'}
          size="large"
          notOnEnter
          disabled={held}
          onPress={() => openDialog({ kind: 'void', payment })}
        >
          {t('void.open')}
        </Button>
      )}
    </>
  );
}
