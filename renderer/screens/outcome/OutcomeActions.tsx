import type { PosError } from '../../../shared/errors.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { fillWithRest, mayChargeAgain, mayFillWithRest, recordByHand, startAfresh } from '../../actions/after-outcome.ts';
import { retry } from '../../actions/charge.ts';
import { showPayment } from '../../actions/show-payment.ts';
import { Button } from '../../components/Button.tsx';
import { moneyText } from '../../i18n/money-text.ts';
import { t } from '../../i18n/t.ts';
import { actionsOf, type OutcomeAction } from '../../payment/next-actions.ts';
import { holdsRefused } from '../../payment/outcome-model.ts';
import { useMirror } from '../../stores/mirror.ts';
import { openDialog, useView } from '../../stores/view.ts';
import { SignatureActions } from './SignatureActions.tsx';

type OutcomeActionsProps = {
  readonly payment: PaymentView;
  readonly enterStartsAfresh: boolean;
  readonly onFailure: (failure: PosError | null) => void;
};

/** One primary action, at most two others, and `Uusi maksu`. Buttons that charge again do not react to Enter. */
export function OutcomeActions({ payment, enterStartsAfresh, onFailure }: OutcomeActionsProps) {
  const held = useView((view) => view.held !== null);
  useMirror(({ snapshot }) => snapshot?.browsing);
  // After a refused signature the only thing to do is to give the money back.
  const refused = holdsRefused(payment);
  const possible = refused ? [] : actionsOf(payment);
  const actions = possible.filter((action) => (action === 'rest' ? mayFillWithRest(payment) : mayChargeAgain(payment)));
  const asked = payment.signature === 'asked';
  const originalId = notGivenBack(payment);
  const fresh = (
    <Button
      look={actions.length === 0 && !refused && !asked && originalId === null ? 'primary' : 'quiet'}
      size="large"
      disabled={held}
      onPress={() => void startAfresh(payment).then(onFailure)}
      {...(enterStartsAfresh ? { shortcut: 'Enter' } : {})}
    >
      {t('outcome.actions.fresh')}
    </Button>
  );
  const press: Record<OutcomeAction, () => void> = {
    retry: () => {
      if (payment.terminalId !== null) void retry(payment, payment.terminalId);
    },
    'other-terminal': () => openDialog({ kind: 'picker', purpose: 'retry', payment }),
    manual: () => void recordByHand(payment).then(onFailure),
    rest: () => void fillWithRest(payment).then(onFailure),
  };
  const words: Record<OutcomeAction, string> = {
    retry: t('outcome.actions.retry'),
    'other-terminal': t('outcome.actions.otherTerminal'),
    manual: t('outcome.actions.manual'),
    rest: t('outcome.actions.rest', { sum: moneyText(payment.restMinor, payment.currency) }),
  };
  if (asked)
    return (
      <>
        {fresh}
        <SignatureActions payment={payment} onFailure={onFailure} />
      </>
    );
  return (
    <>
      {fresh}
      {originalId !== null && (
        <Button look="primary" size="large" disabled={held} onPress={() => void showPayment(originalId).then(onFailure)}>
          {t('outcome.actions.original')}
        </Button>
      )}
      {refused && !payment.goingBack && (
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
      {actions.toReversed().map((action) => (
        <Button
          key={action}
          look={action === actions[0] ? 'primary' : 'secondary'}
          size="large"
          disabled={held}
          notOnEnter={action === 'retry' || action === 'other-terminal'}
          onPress={press[action]}
        >
          {words[action]}
        </Button>
      ))}
    </>
  );
}

/** The sale that should have been given back, if nothing went back: it can be tried again or refunded there. */
const notGivenBack = ({ kind, moneyMoved, originalId }: PaymentView): string | null =>
  (kind === 'refund' || kind === 'void') && moneyMoved === 'no' ? originalId : null;
