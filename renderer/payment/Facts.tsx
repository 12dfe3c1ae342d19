import type { PaymentView } from '../../shared/payment.ts';
import { moneyText } from '../i18n/money-text.ts';
import { currentLanguage, t } from '../i18n/t.ts';
import { useMirror } from '../stores/mirror.ts';
import { dateAndClockText } from '../time/clock-text.ts';
import './facts.css';
import { cardText } from './card-text.ts';

type Fact = { readonly label: string; readonly value: string | null };

/** What a receptionist reads aloud. Unknown facts are left out. */
export function FactList({ facts, look }: { readonly facts: readonly Fact[]; readonly look: 'row' | 'column' }) {
  return (
    <dl className={`facts facts--${look}`}>
      {facts.map(({ label, value }) =>
        value === null || value === '' ? null : (
          <div key={label} className="facts__fact">
            <dt className="facts__label">{label}</dt>
            <dd className="facts__value">{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

export function OutcomeFacts({ payment }: { readonly payment: PaymentView }) {
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const sum = (minor: number): string | null => (minor > 0 ? moneyText(minor, payment.currency) : null);
  const { settlement } = payment;
  const facts: Fact[] = [
    { label: t('outcome.extraLabels.tip'), value: sum(payment.tipMinor) },
    { label: t('outcome.extraLabels.surcharge'), value: sum(payment.surchargeMinor) },
    { label: t('outcome.facts.card'), value: cardText(payment) },
    { label: t('outcome.facts.reference'), value: payment.reference },
    { label: t('outcome.facts.terminal'), value: payment.terminalName },
    { label: t('outcome.facts.time'), value: dateAndClockText(payment.endedAt ?? payment.startedAt, timeZone, currentLanguage()) },
    { label: t('outcome.facts.receipt'), value: settlement?.evidence ?? null },
    { label: t('outcome.facts.reason'), value: settlement?.reason ?? null },
    // Whoever took the money stands on it; a record by hand names them as the one who gave their word.
    { label: t('outcome.facts.operator'), value: settlement?.by === payment.operator ? null : payment.operator },
    { label: t('outcome.facts.by'), value: settlement === null ? null : settlement.by },
  ];
  return <FactList facts={facts} look="row" />;
}

/** All facts that help support find the payment, for the telephone and for paper. */
export function UnclearFacts({ payment }: { readonly payment: PaymentView }) {
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const support = useMirror(({ snapshot }) => snapshot?.desk.support ?? null);
  const facts: Fact[] = [
    { label: t('outcome.facts.terminal'), value: payment.terminalName },
    { label: t('outcome.facts.terminalId'), value: payment.terminalId },
    { label: t('outcome.facts.time'), value: dateAndClockText(payment.startedAt, timeZone, currentLanguage()) },
    { label: t('outcome.facts.reference'), value: payment.reference },
    { label: t('outcome.facts.order'), value: payment.orderId },
    { label: t('outcome.facts.stan'), value: payment.stan },
    { label: support?.name ?? t('outcome.facts.support'), value: support?.phone ?? null },
  ];
  return <FactList facts={facts} look="column" />;
}
