import { useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { Button } from '../../components/Button.tsx';
import { t } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';

type SignatureActionsProps = { readonly payment: PaymentView; readonly onFailure: (failure: PosError | null) => void };

/** The desk accepts or refuses the guest's signature. Neither button reacts to Enter. */
export function SignatureActions({ payment, onFailure }: SignatureActionsProps) {
  const [pending, setPending] = useState(false);
  const judge = async (accepted: boolean): Promise<void> => {
    setPending(true);
    const result = await client.judgeSignature(payment.id, accepted);
    setPending(false);
    onFailure(result.ok ? null : result.error);
  };
  return (
    <>
      <Button size="large" notOnEnter disabled={pending} onPress={() => void judge(false)}>
        {t('signature.refuse')}
      </Button>
      <Button look="primary" size="large" notOnEnter disabled={pending} onPress={() => void judge(true)}>
        {t('signature.accept')}
      </Button>
    </>
  );
}
