import { useMirror } from '../../stores/mirror.ts';
import './alarms.css';
import { LateApprovals } from './LateApprovals.tsx';
import { UnclearBadge } from './UnclearBadge.tsx';

/** What must stay in sight whatever has the window. */
export function Alarms() {
  const unclear = useMirror(({ snapshot }) => (snapshot?.desk.unclearCount ?? 0) > 0);
  return (
    <>
      <LateApprovals />
      {unclear && (
        <div className="alarms__badge">
          <UnclearBadge />
        </div>
      )}
    </>
  );
}
