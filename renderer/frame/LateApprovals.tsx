import { useState } from 'react';
import type { PosError } from '../../shared/errors.ts';
import type { LateApproval } from '../../shared/ipc/attention.ts';
import { Button } from '../components/Button.tsx';
import { Mark } from '../components/Mark.tsx';
import { t } from '../i18n/t.ts';
import { looks } from '../payment/looks.ts';
import { useMirror } from '../stores/mirror.ts';
import { useView } from '../stores/view.ts';
import './alarms.css';
import { showPayment } from '../actions/show-payment.ts';
import { holdsWindow, lateText } from '../payment/alarm-model.ts';

const none: readonly LateApproval[] = [];

/** Payments that were charged after all. Shown on every screen until somebody has opened the payment. */
export function LateApprovals() {
  const lateApprovals = useMirror(({ snapshot }) => snapshot?.attention.lateApprovals ?? none);
  if (lateApprovals.length === 0) return null;
  return (
    <ul className="late">
      {lateApprovals.map((late) => (
        <LateRow key={late.paymentId} late={late} />
      ))}
    </ul>
  );
}

function LateRow({ late }: { readonly late: LateApproval }) {
  const taken = useMirror(({ snapshot }) => holdsWindow(snapshot?.current ?? null));
  const [failure, setFailure] = useState<PosError | null>(null);
  const text = lateText(late, taken);
  const reasonId = `late-reason-${late.paymentId}`;
  const show = async (): Promise<void> => {
    useView.setState({ openedAsLate: late.paymentId });
    setFailure(await showPayment(late.paymentId));
  };
  return (
    <li className="late__row">
      <Mark sign={looks.late} />
      <div className="late__text">
        <p className="late__what number" role="alert">
          {text}
        </p>
        {(taken || failure !== null) && (
          <p id={reasonId}>{taken || failure === null ? t('late.afterThis') : t(`errors.${failure.code}`)}</p>
        )}
      </div>
      <Button name={t('late.showName', { what: text })} unusableBecause={taken ? reasonId : undefined} onPress={() => void show()}>
        {t('late.show')}
      </Button>
    </li>
  );
}
