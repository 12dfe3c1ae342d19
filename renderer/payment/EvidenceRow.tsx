import type { EvidenceEntry } from '../../shared/payment-evidence.ts';
import { Mark } from '../components/Mark.tsx';
import { currentLanguage, t } from '../i18n/t.ts';
import { clockWithSecondsText } from '../time/clock-text.ts';
import { proves, technicalLine, weightOf, wordText } from './evidence-texts.ts';
import './evidence-row.css';
import { evidenceSign } from './looks.ts';

type EvidenceRowProps = { readonly entry: EvidenceEntry; readonly timeZone: string; readonly currency: string };

/** One row of the journal: when, what happened, what it proves, and details for support. */
export function EvidenceRow({ entry, timeZone, currency }: EvidenceRowProps) {
  const weight = weightOf(entry);
  const sign = evidenceSign(entry);
  const word = wordText(entry.word);
  const technical = technicalLine(entry.answer, currency, timeZone);
  return (
    <li className={`evidence__row evidence__row--${weight}`}>
      <time className="evidence__time number" dateTime={entry.at}>
        {clockWithSecondsText(entry.at, timeZone, currentLanguage())}
      </time>
      <span className="evidence__mark">{sign === null ? <span className="evidence__dot" /> : <Mark sign={sign} />}</span>
      <div className="evidence__words">
        <p className="evidence__what">{t(`evidence.kinds.${entry.kind}`)}</p>
        <p className="evidence__proves">{proves(entry)}</p>
        {word !== null && <p className="evidence__proves">{word}</p>}
        {technical !== null && <p className="evidence__technical number">{technical}</p>}
      </div>
    </li>
  );
}
