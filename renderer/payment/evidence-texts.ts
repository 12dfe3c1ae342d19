import { networkCause } from '../../shared/network-cause.ts';
import type { EvidenceEntry } from '../../shared/payment-evidence.ts';
import { moneyText } from '../i18n/money-text.ts';
import { currentLanguage, t } from '../i18n/t.ts';
import { netsTimeText } from '../time/nets-time-text.ts';

export type Weight = 'proof' | 'no-proof' | 'nothing';

/** Whether a row decided anything; shown as a mark before its text. */
export function weightOf({ verdict }: Pick<EvidenceEntry, 'verdict'>): Weight {
  switch (verdict) {
    case 'approved':
    case 'rejected':
    case 'refused':
      return 'proof';
    case 'unknown':
    case 'no-proof':
    case 'not-reached':
    case 'not-taken':
    case 'not-shown':
      return 'no-proof';
    case 'taken':
    case 'shown':
    case 'accepted':
    case 'let-stand':
    case 'not-accepted':
    case null:
      return 'nothing';
  }
}

/** What a row proves, or why it proves nothing. */
export function proves({ kind, verdict, why }: Pick<EvidenceEntry, 'kind' | 'verdict' | 'why'>): string {
  if (verdict === null) return t(`evidence.alone.${kind}`);
  const text = t(`evidence.verdicts.${verdict}`);
  return why === null ? text : `${text} ${t(`evidence.why.${why}`)}`;
}

/** `Maija V.: ”Tuttu asiakas”`; null if nobody said anything. */
export function wordText(word: EvidenceEntry['word']): string | null {
  if (word === null || (word.by === '' && word.reason === '')) return null;
  return word.reason === '' ? word.by : t('evidence.word', word);
}

/** What came over the network, for support. Unknown values are left out. */
export function technicalLine(answer: EvidenceEntry['answer'], currency: string, timeZone: string): string | null {
  if (answer === null) return null;
  const { status, bodySha256, result, totalMinor, responseCode, orderId, stan, timeStamp, last4, transport, failureText } = answer;
  return [
    status === null ? null : t('evidence.technical.status', { status }),
    t('evidence.technical.elapsed', { ms: Math.round(answer.elapsedMs) }),
    t('evidence.technical.bytes', { count: answer.bodyBytes }),
    bodySha256 === null ? null : t('evidence.technical.digest', { digest: bodySha256.slice(0, 12) }),
    result === null ? null : t('evidence.technical.result', { result }),
    responseCode === null ? null : t('evidence.technical.responseCode', { code: responseCode }),
    totalMinor === null ? null : moneyText(totalMinor, currency),
    orderId === null ? null : t('evidence.technical.order', { id: orderId }),
    stan === null ? null : t('evidence.technical.stan', { stan }),
    timeStamp === null ? null : t('evidence.technical.nets', { at: netsTimeText(timeStamp, timeZone, currentLanguage()) }),
    last4 === null ? null : t('today.cardEnding', { last4 }),
    transport === null ? null : transportText(transport),
    failureText,
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}

/** The network's error code, with words where somebody can act on it. */
function transportText(code: string): string {
  const cause = networkCause(code);
  const text = t('evidence.technical.transport', { code });
  return cause === null ? text : `${text} (${t(`evidence.network.${cause}`)})`;
}
