import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { PosError } from '../../shared/errors.ts';
import { closePayment } from '../actions/show-payment.ts';
import { Button } from '../components/Button.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { t } from '../i18n/t.ts';
import { useMirror } from '../stores/mirror.ts';
import { useView } from '../stores/view.ts';
import { Band } from './Band.tsx';
import './window.css';
import type { Tone } from '../payment/outcome-model.ts';
import { Alarms } from './Alarms.tsx';

type OutcomeWindowProps = { readonly tone: Tone; readonly children: ReactNode; readonly actions: ReactNode };

/** A full window in the colour of its outcome, with the actions always visible. */
export function OutcomeWindow({ tone, children, actions }: OutcomeWindowProps) {
  return (
    <div className={`window window--${tone}`}>
      <Band landmark />
      <Alarms />
      <BackToPayments />
      <main className="window__scroll">{children}</main>
      <footer className="window__actions">{actions}</footer>
    </div>
  );
}

/** The outcome's name. It takes the focus, so that it is the first thing a screen reader says. */
export function OutcomeHeading({ text, describedBy }: { readonly text: string; readonly describedBy: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 className="window__title" ref={heading} tabIndex={-1} aria-describedby={describedBy}>
      {text}
    </h1>
  );
}

/** The way back to the list from which a payment was opened; the list stands where it stood. */
function BackToPayments() {
  const isOpenedThere = useView(({ page }) => page === 'payments');
  const payment = useMirror(({ snapshot }) => (snapshot?.browsing === true ? snapshot.current : null));
  const [failure, setFailure] = useState<PosError | null>(null);
  if (!isOpenedThere || payment === null) return null;
  return (
    <nav className="window__back" aria-label={t('header.nav')}>
      <Button look="quiet" onPress={() => void closePayment(payment).then(setFailure)}>
        ‹ {t('payments.back')}
      </Button>
      {failure !== null && <FailureNotice error={failure} />}
    </nav>
  );
}
