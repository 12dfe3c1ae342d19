import { Mark } from '../components/Mark.tsx';
import { tCount } from '../i18n/t.ts';
import { holdsWindow, leftUnclear } from '../payment/alarm-model.ts';
import { looks } from '../payment/looks.ts';
import { useMirror } from '../stores/mirror.ts';
import { useSaleForm } from '../stores/sale-form.ts';
import { openDialog } from '../stores/view.ts';
import './alarms.css';
import { showPayment } from '../actions/show-payment.ts';

/** Opens a single unclear payment, or the list if there are several. */
async function openUnclear(): Promise<void> {
  const { snapshot } = useMirror.getState();
  const unclear = leftUnclear(snapshot?.today.payments ?? [], snapshot?.current?.id ?? null);
  const [only, ...others] = unclear;
  if (only === undefined || others.length > 0) return openDialog({ kind: 'today' });
  const failure = await showPayment(only.id);
  if (failure !== null) useSaleForm.setState({ failure });
}

/** How many payments the desk left unclear. While a payment fills the window it cannot be pressed. */
export function UnclearBadge() {
  const count = useMirror(({ snapshot }) => snapshot?.attention.unclearCount ?? 0);
  const taken = useMirror(({ snapshot }) => holdsWindow(snapshot?.current ?? null));
  if (count === 0) return null;
  const inside = (
    <>
      <Mark sign={looks.unclear} />
      <span className="number">{tCount('header.todayUnclear', count)}</span>
    </>
  );
  if (taken) return <p className="badge">{inside}</p>;
  return (
    <button type="button" className="badge badge--button" onClick={() => void openUnclear()}>
      {inside}
    </button>
  );
}
