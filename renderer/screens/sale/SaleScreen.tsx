import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { Draft } from '../../../shared/ipc/form.ts';
import type { PaymentRequest } from '../../../shared/ipc/requests.ts';
import { focusField } from '../../actions/sale-fields.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Header } from '../../frame/Header.tsx';
import { useNarrow } from '../../frame/use-narrow.ts';
import { t } from '../../i18n/t.ts';
import { SETTLING_MS } from '../../keys/key-guard.ts';
import { useGuardedKeys } from '../../keys/use-guarded-keys.ts';
import { isCovered } from '../../stores/covered.ts';
import { useSumLocked } from '../../stores/form-locked.ts';
import { useMirror } from '../../stores/mirror.ts';
import { useSaleForm } from '../../stores/sale-form.ts';
import { AmountField } from './AmountField.tsx';
import { CompletesNote } from './CompletesNote.tsx';
import { FormOrigin } from './FormOrigin.tsx';
import { ManualFields } from './ManualFields.tsx';
import { MethodChoice } from './MethodChoice.tsx';
import { MissingPayments } from './MissingPayments.tsx';
import { PayButton } from './PayButton.tsx';
import { ReferenceField } from './ReferenceField.tsx';
import { RequestNote } from './RequestNote.tsx';
import { journalWorks, SELLING_PROBLEM_ID, SellingProblem } from './SellingProblem.tsx';
import './sale-screen.css';
import { pay } from '../../actions/charge.ts';
import { recordManualEntry } from '../../actions/manual-entry.ts';
import { StartingNote } from '../../frame/StartingNote.tsx';
import { UnseenNote } from '../../payment/UnseenNote.tsx';
import { TerminalCard } from './TerminalCard.tsx';
import { useTouch } from './use-touch.ts';

/** Only a desk that types by finger needs it. */
const Keypad = lazy(async () => ({ default: (await import('./Keypad.tsx')).Keypad }));

type SaleScreenProps = {
  /** The payments of the day, shown beside the form if there is room. */
  readonly today: ReactNode;
};

export function SaleScreen({ today }: SaleScreenProps) {
  const narrow = useNarrow();
  const method = useSaleForm((form) => form.method);
  const failure = useSaleForm((form) => form.failure);
  const problem = useMirror(({ snapshot }) => snapshot?.selling.problem ?? null);
  const canSell = useMirror(({ snapshot }) => snapshot?.selling.possible ?? true);
  const known = useMirror(({ snapshot }) => snapshot !== null);
  const forThisRunOnly = useMirror(({ snapshot }) => snapshot?.desk.secretsForThisRunOnly ?? false);
  const request = useMirror(({ snapshot }) => snapshot?.form.request ?? null);
  const sellable = method === 'card' ? canSell : journalWorks(problem);

  useEffect(() => {
    if (!useSaleForm.getState().again || useSaleForm.getState().method === 'card') focusField('amount');
  }, []);
  // A request of Willba comes while somebody may be about to press: that press was meant for what stood here before.
  useGuardedKeys(
    request === null ? 0 : SETTLING_MS,
    (event) => {
      if (event.code !== 'F9' || isCovered()) return;
      event.preventDefault();
      if (!sellable) return;
      if (method === 'card') pay();
      else void recordManualEntry();
    },
    request !== null,
  );

  return (
    <div className="till">
      <Header narrow={narrow} />
      <main className="till__main">
        <section className="sale" aria-labelledby="sale-title">
          <h1 className="visually-hidden" id="sale-title">
            {t('sale.title')}
          </h1>
          <SaleFields request={request} method={method} />
          <div className="sale__end">
            {failure !== null && <FailureNotice error={failure} aboutMoney />}
            <MissingPayments />
            {!sellable && problem !== null && <SellingProblem problem={problem} />}
            <StartingNote />
            <PayButton unusableBecause={sellable ? undefined : SELLING_PROBLEM_ID} />
            <UnseenNote className="sale__note" />
            {!known && <StillOpening />}
            {forThisRunOnly && <p className="sale__note">{t('sale.secretsForThisRunOnly')}</p>}
          </div>
        </section>
        {!narrow && (
          <aside className="till__today" aria-labelledby="today-title">
            {today}
          </aside>
        )}
      </main>
    </div>
  );
}

type SaleFieldsProps = { readonly request: PaymentRequest | null; readonly method: Draft['method'] };

/** What is typed and chosen. Where the sum is typed by finger, a keypad stands beside it. */
function SaleFields({ request, method }: SaleFieldsProps) {
  const locked = useSumLocked();
  const hasKeypad = useTouch() && !locked;
  return (
    <div className={hasKeypad ? 'sale__body sale__body--keypad' : 'sale__body'}>
      <div className="sale__fields">
        {request === null ? <FormOrigin /> : <RequestNote request={request} />}
        <AmountField hasKeypad={hasKeypad} />
        <div className="sale__pair">
          <ReferenceField />
          <MethodChoice />
        </div>
        <CompletesNote />
        {method === 'card' ? <TerminalCard /> : <ManualFields />}
      </div>
      {hasKeypad && (
        <Suspense fallback={null}>
          <Keypad />
        </Suspense>
      )}
    </div>
  );
}

/** A shorter problem is not shown: another program may hold the journal's file for a moment. */
const UNNOTICED_MS = 1_000;

function StillOpening() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), UNNOTICED_MS);
    return () => clearTimeout(timer);
  }, []);
  return long ? (
    <p className="sale__note" role="status">
      {t('sale.stillOpening')}
    </p>
  ) : null;
}
