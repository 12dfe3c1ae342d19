import type { PosError } from '../../../shared/errors.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { Button } from '../../components/Button.tsx';
import { moneyText } from '../../i18n/money-text.ts';
import { t } from '../../i18n/t.ts';
import { useMirror } from '../../stores/mirror.ts';
import { openDialog, useView } from '../../stores/view.ts';
import { SignatureActions } from '../giving-back/SignatureActions.tsx';
import { retry } from '../sale/sale-flow.ts';
import { fillWithRest, mayChargeAgain, mayFillWithRest, recordByHand, startAfresh } from './outcome-flow.ts';
import { actionsOf, type OutcomeAction } from './outcome-model.ts';

type OutcomeActionsProps = {
  readonly payment: PaymentView;
  readonly enterStartsAfresh: boolean;
  readonly onFailure: (failure: PosError | null) => void;
};

/** One primary action, at most two others, and `Uusi maksu`. What charges again is never on Enter. */
export function OutcomeActions({ payment, enterStartsAfresh, onFailure }: OutcomeActionsProps) {
  const held = useView((view) => view.held !== null);
  useMirror(({ snapshot }) => snapshot?.desk.browsing);
  const actions = actionsOf(payment).filter((action) => (action === 'rest' ? mayFillWithRest(payment) : mayChargeAgain(payment)));
  // A refused signature leaves one thing to do.
  const mustVoid = payment.signature === 'refused' && payment.voidable;
  const asked = payment.signature === 'asked';
  const fresh = (
    <Button
      look={actions.length === 0 && !mustVoid && !asked ? 'primary' : 'quiet'}
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
    rest: t('outcome.actions.rest', { sum: moneyText(payment.amountMinor - payment.chargedMinor, payment.currency) }),
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
      {payment.refundableMinor > 0 && (
        <Button look="quiet" size="large" notOnEnter disabled={held} onPress={() => openDialog({ kind: 'refund', payment })}>
          {t('refund.open')}
        </Button>
      )}
      {payment.voidable && (
        <Button
          look={mustVoid ? 'primary' : 'quiet'}
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
