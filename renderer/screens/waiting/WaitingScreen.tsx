import { useEffect, useRef, useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { Button } from '../../components/Button.tsx';
import { Ring } from '../../components/Ring.tsx';
import { Band } from '../../frame/Band.tsx';
import '../../frame/window.css';
import { goOnWithAnother } from '../../actions/after-outcome.ts';
import { Alarms } from '../../frame/Alarms.tsx';
import { t } from '../../i18n/t.ts';
import { useGuardedKeys } from '../../keys/use-guarded-keys.ts';
import { cardText } from '../../payment/card-text.ts';
import { reversalOf } from '../../payment/reversal-texts.ts';
import { sumText } from '../../payment/sums.ts';
import { UnseenNote } from '../../payment/UnseenNote.tsx';
import { client } from '../../pos-client.ts';
import { isCovered } from '../../stores/covered.ts';
import { useMirror } from '../../stores/mirror.ts';
import { PAYING_TIME_MS, RELEASE_AFTER_MS, writtenAt } from '../../time/countdown.ts';
import { useSecondsLeft } from '../../time/use-seconds-left.ts';
import './waiting-screen.css';
import { isStopping, leftText, statusLines, waitingHeading } from '../../payment/waiting-status.ts';

/** Shown from Maksa until the terminal's answer. The guest sees it too: sum, what to do, where. */
export function WaitingScreen({ payment }: { readonly payment: PaymentView }) {
  const receivedAt = useMirror((mirror) => mirror.currentReceivedAt);
  const { live } = payment;
  const back = reversalOf(payment);
  const voiding = back === 'void';
  const written = writtenAt(live, receivedAt);
  const left = useSecondsLeft(written === null || voiding ? null : written + PAYING_TIME_MS);
  const untilRelease = useSecondsLeft(written === null ? null : written + RELEASE_AFTER_MS);
  const cancelling = live?.phase === 'waiting' && live.cancelAskedBy !== null;
  const cancelPending = cancelling && live.cancelDelivery !== 'failed';
  const stopping = isStopping(live);
  const instruction = instructionOf(payment, { started: written !== null, over: cancelling || left === 0 });

  // A void that was sent can be neither stopped nor looked up without disturbing it.
  const mayCancel = !voiding || payment.state === 'created';
  const { failure, setFailure, cancel, refresh } = useWishes(payment.id, { mayCancel, cancelPending, mayRefresh: !voiding });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const place = [payment.terminalName, payment.pointOfSale].filter((part) => part !== null && part !== '').join(', ');
  return (
    <dialog
      open
      className="window window--waiting"
      aria-modal="true"
      aria-label={back === null ? t('waiting.title') : t(`${back}.waitingTitle`)}
    >
      <Band />
      <Alarms />
      <div className="window__scroll">
        <div className="window__content">
          {!voiding && (
            <Ring
              share={left === null ? null : left / (PAYING_TIME_MS / 1000)}
              label={stopping ? t('waiting.stopping') : t('waiting.timer')}
              text={stopping ? t('waiting.stopping') : leftText(left)}
              stopping={stopping}
            />
          )}
          <p className="window__sum number">{sumText(payment, 'maybe')}</p>
          <h1 className="window__title" ref={heading} tabIndex={-1} data-home>
            {waitingHeading(payment)}
          </h1>
          {instruction !== '' && <p className="window__money">{instruction}</p>}
          {place !== '' && <p className="window__sentence">{place}</p>}
          {payment.reference !== '' && <p className="waiting__reference">{t('waiting.reference', { reference: payment.reference })}</p>}
          {payment.kind === 'sale' && payment.reference !== '' && <UnseenNote className="waiting__reference" />}
          <WaitingStatus live={live} failure={failure} left={left} mayRelease={untilRelease === 0} />
        </div>
      </div>
      <div className="window__actions">
        <WaitingActions
          payment={payment}
          mayRelease={untilRelease === 0}
          mayCancel={mayCancel}
          cancelPending={cancelPending}
          mayRefresh={!voiding}
          onCancel={() => void cancel()}
          onRefresh={() => void refresh()}
          onFailure={setFailure}
        />
      </div>
    </dialog>
  );
}

type Wishes = { readonly mayCancel: boolean; readonly cancelPending: boolean; readonly mayRefresh: boolean };

/** To cancel, and to ask what happened: by button or by key, and what came of it where that failed. */
function useWishes(paymentId: string, { mayCancel, cancelPending, mayRefresh }: Wishes) {
  const [failure, setFailure] = useState<PosError | null>(null);
  const cancel = async (): Promise<void> => {
    if (cancelPending) return;
    const result = await client.cancelPayment(paymentId);
    setFailure(result.ok ? null : result.error);
  };
  const refresh = async (): Promise<void> => {
    const result = await client.refreshPayment(paymentId);
    setFailure(result.ok ? null : result.error);
  };
  useGuardedKeys(0, (event) => {
    if (isCovered()) return;
    if (event.code === 'Escape' && mayCancel) void cancel();
    if (event.code === 'F5' && mayRefresh) {
      event.preventDefault();
      void refresh();
    }
  });
  return { failure, setFailure, cancel, refresh };
}

/** What the guest should do now; empty once the wish to cancel is on its way or the time to pay is over. */
function instructionOf(payment: PaymentView, { started, over }: { readonly started: boolean; readonly over: boolean }): string {
  const back = reversalOf(payment);
  if (!started) return back === 'void' ? t('void.looking') : t('waiting.connecting');
  if (over) return '';
  const card = cardText({ card: payment.originalCard });
  if (back === 'refund' && card !== null) return t('refund.guestOfCard', { card });
  return back === null ? t('waiting.guest') : t(`${back}.guest`);
}

type WaitingStatusProps = {
  readonly live: PaymentView['live'];
  readonly failure: PosError | null;
  readonly left: number | null;
  readonly mayRelease: boolean;
};

function WaitingStatus({ live, failure, left, mayRelease }: WaitingStatusProps) {
  return (
    <output className="waiting__status" aria-live="polite">
      {statusLines(live, failure, left, mayRelease).map((line) => (
        <span key={line.id} className={line.alarming === true ? 'waiting__line waiting__line--alarming' : 'waiting__line'}>
          <strong>{line.text}</strong>
          {line.more}
        </span>
      ))}
    </output>
  );
}

type WaitingActionsProps = {
  readonly payment: PaymentView;
  readonly mayRelease: boolean;
  readonly mayCancel: boolean;
  readonly cancelPending: boolean;
  readonly mayRefresh: boolean;
  readonly onCancel: () => void;
  readonly onRefresh: () => void;
  readonly onFailure: (failure: PosError | null) => void;
};

function WaitingActions(props: WaitingActionsProps) {
  const { payment, mayRelease, mayCancel, cancelPending, mayRefresh, onCancel, onRefresh, onFailure } = props;
  return (
    <>
      {mayRelease && (
        <Button look="quiet" size="large" onPress={() => void goOnWithAnother(payment).then(onFailure)}>
          {t('waiting.goOn')}
        </Button>
      )}
      {mayCancel && (
        <Button size="large" shortcut="Esc" disabled={cancelPending} onPress={onCancel}>
          {t('waiting.cancel')}
        </Button>
      )}
      {mayRefresh && (
        <Button size="large" shortcut="F5" onPress={onRefresh}>
          {t('waiting.refresh')}
        </Button>
      )}
    </>
  );
}
