import type { PosError } from '../../../shared/errors.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { mayChargeAgain, mayFillWithRest, startAfresh } from '../../actions/after-outcome.ts';
import { showPayment } from '../../actions/show-payment.ts';
import { Button } from '../../components/Button.tsx';
import { usePaymentFromList } from '../../frame/BackToPayments.tsx';
import { t } from '../../i18n/t.ts';
import { looks } from '../../payment/looks.ts';
import type { Meaning } from '../../payment/meaning.ts';
import { actionsOf } from '../../payment/next-actions.ts';
import { holdsRefused } from '../../payment/outcome-model.ts';
import { useMirror } from '../../stores/mirror.ts';
import { useView } from '../../stores/view.ts';
import { NextActions } from './NextActions.tsx';
import { ReversalActions } from './ReversalActions.tsx';
import { SignatureActions } from './SignatureActions.tsx';

export const FRESH_ID = 'outcome-fresh';

type OutcomeActionsProps = {
  readonly payment: PaymentView;
  readonly meaning: Meaning;
  readonly enterStartsAfresh: boolean;
  readonly onFailure: (failure: PosError | null) => void;
};

/** One primary action, at most two others, and `Uusi maksu`. Buttons that charge again do not react to Enter. */
export function OutcomeActions({ payment, meaning, enterStartsAfresh, onFailure }: OutcomeActionsProps) {
  const held = useView((view) => view.held !== null);
  useMirror(({ snapshot }) => snapshot?.browsing);
  // After a refused signature the only thing to do is to give the money back.
  const refused = holdsRefused(payment);
  const possible = refused ? [] : actionsOf(payment);
  const actions = possible.filter((action) => (action === 'rest' ? mayFillWithRest(payment) : mayChargeAgain(payment)));
  // What was looked up has its receipt as the first thing to do.
  const fromList = usePaymentFromList() !== null;
  const asked = payment.signature === 'asked';
  const originalId = notReversed(payment);
  const { choices } = looks[meaning];
  const mustChoose = choices !== 'one';
  const isOnly = actions.length === 0 && !mustChoose && !asked && originalId === null && !fromList;
  const fresh = (
    <Button
      look={isOnly ? 'primary' : mustChoose && !refused ? 'secondary' : 'quiet'}
      size="large"
      notOnEnter={mustChoose}
      id={FRESH_ID}
      home={enterStartsAfresh}
      describedBy="outcome-title outcome-money"
      disabled={held}
      onPress={() => void startAfresh(payment).then(onFailure)}
      {...(enterStartsAfresh ? { shortcut: 'Enter' } : {})}
    >
      {t('outcome.actions.fresh')}
    </Button>
  );
  if (asked)
    return (
      <>
        {fresh}
        <SignatureActions payment={payment} onFailure={onFailure} />
      </>
    );
  return (
    <>
      <ReversalActions payment={payment} choices={choices} refused={refused} held={held} fresh={fresh} />
      {originalId !== null && (
        <Button look="primary" size="large" disabled={held} onPress={() => void showPayment(originalId).then(onFailure)}>
          {t('outcome.actions.original')}
        </Button>
      )}
      <NextActions payment={payment} actions={actions} held={held} onFailure={onFailure} />
    </>
  );
}

/** The sale that should have been given back, if nothing went back: it can be tried again or refunded there. */
const notReversed = ({ kind, moneyMoved, originalId }: PaymentView): string | null =>
  (kind === 'refund' || kind === 'void') && moneyMoved === 'no' ? originalId : null;
