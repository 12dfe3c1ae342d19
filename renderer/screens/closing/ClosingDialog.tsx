import { useEffect, useRef } from 'react';
import type { Closing } from '../../../shared/ipc/closing.ts';
import { Button } from '../../components/Button.tsx';
import { Mark } from '../../components/Mark.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { t } from '../../i18n/t.ts';
import { looks } from '../../payment/looks.ts';
import { client } from '../../pos-client.ts';
import './closing.css';
import { leaveOf, lineOf, textOf, titleOf } from './closing-texts.ts';

/** Asks before closing while an answer is awaited. Staying is the main choice; Enter and Esc do that. */
export function ClosingDialog({ closing }: { readonly closing: Closing }) {
  const { phase } = closing;
  // If this window does not say that it asked, main asks in a system box.
  useEffect(() => {
    if (closing.phase !== 'leaving' && closing.phase !== 'charged') void client.answerClosing('shown');
  }, [closing]);
  const body = useRef<HTMLDivElement>(null);
  // After each change of phase the focus moves to the button that Enter should press, or to the text if there is none.
  useEffect(() => {
    const dialog = body.current?.closest<HTMLElement>('[role=alertdialog]');
    (dialog?.querySelector<HTMLElement>(`[data-phase=${phase}] .button--primary`) ?? body.current)?.focus();
  }, [phase]);

  const stay = (): void => {
    if (phase !== 'leaving') void client.answerClosing('stay');
  };
  const leave = (): void => void client.answerClosing('leave');
  return (
    <DialogFrame title={titleOf(closing)} role="alertdialog" onClose={stay}>
      <div className="closing" ref={body} tabIndex={-1}>
        <ul className="closing__payments">
          {closing.payments.map((payment) => {
            const { sum, place } = lineOf(payment);
            return (
              <li key={payment.paymentId} className="closing__payment">
                <strong className="closing__sum number">{sum}</strong>
                <span className="closing__place">{place}</span>
              </li>
            );
          })}
        </ul>
        <p className={`closing__text closing__text--${phase}`} role={phase === 'leaving' || phase === 'charged' ? 'status' : undefined}>
          <Mark sign={phase === 'charged' ? looks['despite-cancel'] : looks.running} />
          <span>{textOf(closing)}</span>
        </p>
        {phase !== 'charged' && phase !== 'reconciling' && (
          <p className="closing__afterwards">{t(phase === 'unwritten' ? 'closing.triedAgain' : 'closing.afterwards')}</p>
        )}
      </div>
      {phase !== 'leaving' && (
        <div className="dialog__actions" data-phase={phase}>
          <Button size="large" onPress={leave}>
            {leaveOf(closing)}
          </Button>
          <Button look="primary" size="large" onPress={stay}>
            {phase === 'asking' || phase === 'reconciling' ? t('closing.stay') : t('closing.keepOpen')}
          </Button>
        </div>
      )}
    </DialogFrame>
  );
}
