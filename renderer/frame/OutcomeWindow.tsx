import { type ReactNode, useEffect, useRef } from 'react';
import { BackToPayments, usePaymentFromList } from './BackToPayments.tsx';
import { Band } from './Band.tsx';
import './window.css';
import type { Tone } from '../components/mark-shapes.ts';
import { Alarms } from './Alarms.tsx';

type OutcomeWindowProps = { readonly tone: Tone; readonly children: ReactNode; readonly actions: ReactNode };

/** A full window in the colour of its outcome, with the actions always visible. */
export function OutcomeWindow({ tone, children, actions }: OutcomeWindowProps) {
  // What was looked up is read at arm's length, with its receipt and its events: only what has just happened fills the window.
  const looked = usePaymentFromList() === null ? '' : ' window--looked-at';
  return (
    <div className={`window window--${tone}${looked}`}>
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
    <h1 className="window__title" id="outcome-title" ref={heading} tabIndex={-1} data-home aria-describedby={describedBy}>
      {text}
    </h1>
  );
}
