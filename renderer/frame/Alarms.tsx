import { useMirror } from '../stores/mirror.ts';
import './alarms.css';
import { FromWillba } from './FromWillba.tsx';
import { LateApprovals } from './LateApprovals.tsx';
import { SignatureBadge } from './SignatureBadge.tsx';
import { UnclearBadge } from './UnclearBadge.tsx';

/** What every screen must show. */
export function Alarms() {
  const badges = useMirror(
    ({ snapshot }) => snapshot !== null && (snapshot.attention.unclearCount > 0 || snapshot.attention.openSignatures.length > 0),
  );
  return (
    <>
      <LateApprovals />
      <FromWillba />
      {badges && (
        <div className="alarms__badge">
          <SignatureBadge />
          <UnclearBadge />
        </div>
      )}
    </>
  );
}
