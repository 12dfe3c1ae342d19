import { Mark } from '../components/Mark.tsx';
import { tCount } from '../i18n/t.ts';
import { holdsWindow } from '../payment/alarm-model.ts';
import { looks } from '../payment/looks.ts';
import { useMirror } from '../stores/mirror.ts';
import { useSaleForm } from '../stores/sale-form.ts';
import './alarms.css';
import { showPayment } from '../actions/show-payment.ts';

const none: readonly string[] = [];

/** Signatures that nobody has judged, or that were refused and still need a void. Opens the oldest. */
export function SignatureBadge() {
  const open = useMirror(({ snapshot }) => snapshot?.attention.openSignatures ?? none);
  const taken = useMirror(({ snapshot }) => holdsWindow(snapshot?.current ?? null));
  const [oldest] = open;
  if (oldest === undefined) return null;
  const inside = (
    <>
      <Mark sign={looks.signature} />
      <span className="number">{tCount('signature.open', open.length)}</span>
    </>
  );
  if (taken) return <p className="badge">{inside}</p>;
  const show = async (): Promise<void> => {
    const failure = await showPayment(oldest);
    if (failure !== null) useSaleForm.setState({ failure });
  };
  return (
    <button type="button" className="badge badge--button" onClick={() => void show()}>
      {inside}
    </button>
  );
}
