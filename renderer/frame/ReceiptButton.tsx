import type { PaymentView } from '../../shared/payment.ts';
import { Button } from '../components/Button.tsx';
import { t } from '../i18n/t.ts';
import { openDialog } from '../stores/view.ts';

/** Opens the payment's receipt. While a signature is wanted it is what has to be done first, so it is no quiet one. */
export function ReceiptButton({ payment }: { readonly payment: PaymentView }) {
  const toSign = payment.signature === 'asked';
  return (
    <Button look={toSign ? 'secondary' : 'quiet'} onPress={() => openDialog({ kind: 'receipt', payment })}>
      {toSign ? t('receipt.openToSign') : t('receipt.open')}
    </Button>
  );
}
