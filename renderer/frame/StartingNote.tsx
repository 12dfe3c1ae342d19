import { useEffect, useState } from 'react';
import type { Starting } from '../../shared/ipc/sale.ts';
import { Notice } from '../components/Notice.tsx';
import { moneyText } from '../i18n/money-text.ts';
import { t } from '../i18n/t.ts';
import { useMirror } from '../stores/mirror.ts';

/** A shorter wait is over before anybody could read about it. */
const UNNOTICED_MS = 300;

/** Says what a press waits for before its sum is sent, and to which terminal. */
export function StartingNote() {
  const starting = useMirror(({ snapshot }) => snapshot?.starting ?? null);
  return starting === null ? null : <Waiting starting={starting} />;
}

function waitsFor({ lookFor }: Starting, terminal: string): string {
  switch (lookFor) {
    case null:
      return t('sale.startingConnects');
    case 'declined-before':
      return t('sale.startingAfterDecline', { terminal });
    case 'declined-elsewhere':
      return t('sale.startingAfterDeclineElsewhere');
    case 'unclear-before':
      return t('sale.startingAfterUnclear', { terminal });
  }
}

function Waiting({ starting }: { readonly starting: Starting }) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), UNNOTICED_MS);
    return () => clearTimeout(timer);
  }, []);
  const what = { terminal: starting.terminalName, sum: moneyText(starting.amountMinor, starting.currency) };
  return (
    <div role="status">
      {long && (
        <Notice tone="unclear">
          {waitsFor(starting, what.terminal)}{' '}
          {starting.kind === 'sale' ? t('sale.startingThen', { sum: what.sum }) : t('sale.startingThenBack', { sum: what.sum })}
        </Notice>
      )}
    </div>
  );
}
