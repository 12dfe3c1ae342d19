import type { PaymentView } from '../../shared/payment.ts';
import { Button } from '../components/Button.tsx';
import { t } from '../i18n/t.ts';
import { openDialog } from '../stores/view.ts';

/** Inconspicuous, because it is rarely needed; but it must be on the payment itself. */
export function EvidenceButton({ payment }: { readonly payment: PaymentView }) {
  return (
    <Button look="quiet" onPress={() => openDialog({ kind: 'evidence', payment })}>
      {t('evidence.open')}
    </Button>
  );
}
