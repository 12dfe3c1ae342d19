import type { PosError } from '../../../shared/errors.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { enterByHand, fillWithRest } from '../../actions/after-outcome.ts';
import { retry } from '../../actions/charge.ts';
import { Button } from '../../components/Button.tsx';
import { moneyText } from '../../i18n/money-text.ts';
import { t } from '../../i18n/t.ts';
import type { OutcomeAction } from '../../payment/next-actions.ts';
import { openDialog } from '../../stores/view.ts';

type NextActionsProps = {
  readonly payment: PaymentView;
  /** The first one is the primary action. */
  readonly actions: readonly OutcomeAction[];
  readonly held: boolean;
  readonly onFailure: (failure: PosError | null) => void;
};

/** What goes on with the same guest. Buttons that charge again do not react to Enter. */
export function NextActions({ payment, actions, held, onFailure }: NextActionsProps) {
  const press: Record<OutcomeAction, () => void> = {
    retry: () => {
      if (payment.terminalId !== null) void retry(payment, payment.terminalId);
    },
    'other-terminal': () => openDialog({ kind: 'picker', purpose: 'retry', payment }),
    manual: () => void enterByHand(payment).then(onFailure),
    rest: () => void fillWithRest(payment).then(onFailure),
  };
  const words: Record<OutcomeAction, string> = {
    retry: t('outcome.actions.retry'),
    'other-terminal': t('outcome.actions.otherTerminal'),
    manual: t('outcome.actions.manual'),
    rest: t('outcome.actions.rest', { sum: moneyText(payment.restMinor, payment.currency) }),
  };

  return (
    <>
      {actions.toReversed().map((action) => (
        <Button
          key={action}
          look={action === actions[0] ? 'primary' : 'secondary'}
          size="large"
          disabled={held}
          notOnEnter={action === 'retry'}
          onPress={press[action]}
        >
          {words[action]}
        </Button>
      ))}
    </>
  );
}
