import type { EvidenceEntry } from '../../shared/payment-evidence.ts';
import { Mark, type MarkKind } from '../components/Mark.tsx';
import { currentLanguage, t } from '../i18n/t.ts';
import { clockWithSecondsText } from '../time/clock-text.ts';
import { proves, technicalLine, weightOf, wordText } from './evidence-texts.ts';
import './evidence-row.css';

type EvidenceRowProps = { readonly entry: EvidenceEntry; readonly timeZone: string; readonly currency: string };

const proofMark = (entry: EvidenceEntry): MarkKind => (entry.verdict === 'approved' ? 'paid' : 'failed');

/** One row of the journal: when, what happened, what it proves, and details for support. */
export function EvidenceRow({ entry, timeZone, currency }: EvidenceRowProps) {
  const weight = weightOf(entry);
  const word = wordText(entry.word);
  const technical = technicalLine(entry.answer, currency);
  return (
    <li className={`evidence__row evidence__row--${weight}`}>
      <time className="evidence__time number" dateTime={entry.at}>
        {clockWithSecondsText(entry.at, timeZone, currentLanguage())}
      </time>
      <span className="evidence__mark">
        {weight === 'nothing' ? <span className="evidence__dot" /> : <Mark kind={weight === 'proof' ? proofMark(entry) : 'unclear'} />}
      </span>
      <div className="evidence__words">
        <p className="evidence__what">{t(`evidence.kinds.${entry.kind}`)}</p>
        <p className="evidence__proves">{proves(entry)}</p>
        {word !== null && <p className="evidence__proves">{word}</p>}
        {technical !== null && <p className="evidence__technical number">{technical}</p>}
      </div>
    </li>
  );
}
