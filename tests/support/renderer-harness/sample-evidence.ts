import type { EvidenceEntry, ReceiptText } from '../../../shared/payment-evidence.ts';
import { MORNING } from './sample-desk.ts';

const digest = 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9';

export const wire: NonNullable<EvidenceEntry['answer']> = {
  status: 200,
  elapsedMs: 812.4,
  bodySha256: digest,
  bodyBytes: 1_204,
  result: null,
  orderId: null,
  totalMinor: null,
  stan: null,
  timeStamp: null,
  responseCode: null,
  last4: null,
  failureText: null,
  transport: null,
};

const entry = (at: string, kind: EvidenceEntry['kind'], more: Partial<EvidenceEntry> = {}): EvidenceEntry => ({
  at: `${MORNING}${at}.000Z`,
  kind,
  state: 'checking',
  verdict: null,
  why: null,
  answer: null,
  word: null,
  ...more,
});
const record = { result: 2, orderId: 'W3K9-2044-7H2M', totalMinor: 12_850, stan: '000123', timeStamp: '20261123094231', last4: '4242' };

/** One payment that met everything that can happen to one. */
export const sampleEvidence: readonly EvidenceEntry[] = [
  entry('42:10', 'started', { state: 'created' }),
  entry('42:10', 'cleared', { state: 'sent' }),
  entry('42:11', 'request-written', { state: 'sent' }),
  entry('43:02', 'cancel-asked', { state: 'cancelling' }),
  entry('43:03', 'cancel-answered', {
    state: 'cancelling',
    verdict: 'not-taken',
    answer: { ...wire, status: 500, failureText: 'Internal error' },
  }),
  entry('44:11', 'deadline-passed', { state: 'cancelling' }),
  entry('44:30', 'answered', {
    verdict: 'unknown',
    answer: { ...wire, status: null, bodySha256: null, bodyBytes: 0, transport: 'ECONNRESET' },
  }),
  entry('44:36', 'looked-up', {
    verdict: 'not-reached',
    answer: { ...wire, status: null, bodySha256: null, bodyBytes: 0, transport: 'ETIMEDOUT' },
  }),
  entry('44:47', 'looked-up', { verdict: 'no-proof', why: 'rejected-record', answer: { ...wire, ...record, responseCode: '51' } }),
  entry('45:00', 'released'),
  entry('46:20', 'overwritten', { state: 'unresolved' }),
  entry('50:00', 'settled', { state: 'settled-by-person', word: { by: 'Maija V.', reason: 'Kuitissa ei näy tätä maksua.' } }),
  entry('51:00', 'looked-up', { state: 'settled-by-person', verdict: 'approved', answer: { ...wire, ...record, result: 0 } }),
];

const slip = (title: string, ...last: readonly string[]): string =>
  [
    `         ${title}`,
    '    Hotelli Esimerkki Oy',
    'Pääte                 71000001',
    '23.11.2026 09:42:31',
    '',
    'OSTO',
    'VISA                  ****4242',
    'YHTEENSÄ            EUR 128,50',
    'STAN                    000123',
    '',
    '         HYVÄKSYTTY',
    ...last,
  ].join('\n');

/** Both copies, as a terminal with paper of 30 characters formats them. */
export const sampleReceipts: ReceiptText[] = [
  { copy: 'customer', text: slip('ASIAKAS') },
  { copy: 'merchant', text: slip('MYYJÄ', '', '______________________________', '        Allekirjoitus') },
];
