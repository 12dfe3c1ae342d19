import type { PaymentView } from '../../shared/payment.ts';
import { Button } from '../components/Button.tsx';
import { t } from '../i18n/t.ts';
import { openDialog } from '../stores/view.ts';

/** Quiet: nobody needs it two hundred times a day, and the one who does must find it on the payment itself. */
export function EvidenceButton({ payment }: { readonly payment: PaymentView }) {
  return (
    <Button look="quiet" notOnEnter onPress={() => openDialog({ kind: 'evidence', payment })}>
      {t('evidence.open')}
    </Button>
  );
}
